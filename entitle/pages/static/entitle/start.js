/* Says at once that scripts run, so that nothing is drawn twice. */
document.body.className += " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
