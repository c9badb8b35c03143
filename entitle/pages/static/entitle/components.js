/* Brings the components to life. Every page also works without this file. */
import { initAll } from "../vendor/govuk-frontend/govuk-frontend.min.js";

initAll();
