/* The extra components of staff screens: sortable tables, button menus, alerts. Every page also works without this file. */
import { initAll } from "../vendor/moj-frontend/moj-frontend.min.js";

initAll();
