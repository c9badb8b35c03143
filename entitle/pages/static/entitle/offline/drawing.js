/* Making elements. Text is always text: only what the server drew of a question is HTML. */

/** element("p", {class: "govuk-body"}, "words", child, ...) */
export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute === "onclick" || attribute === "onsubmit") made.addEventListener(attribute.slice(2), value);
    else if (value !== null && value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...inside.filter(each => each !== null && each !== undefined));
  return made;
}

export const heading = words => element("h1", {class: "govuk-heading-l"}, words);
export const part = words => element("h2", {class: "govuk-heading-m"}, words);
export const paragraph = (...inside) => element("p", {class: "govuk-body"}, ...inside);

export function button(words, onclick, {secondary = false, about = ""} = {}) {
  const classes = secondary ? "govuk-button govuk-button--secondary" : "govuk-button";
  return element("button", {type: onclick ? "button" : "submit", class: classes, onclick: onclick ?? null}, words,
    about ? element("span", {class: "govuk-visually-hidden"}, ` ${about}`) : null);
}

/** A button that reads as a link. */
export function linked(words, onclick, about = "") {
  return element("button", {type: "button", class: "entitle-as-link govuk-link govuk-body", onclick}, words,
    about ? element("span", {class: "govuk-visually-hidden"}, ` ${about}`) : null);
}

export function passwordField(name, label, hint, autocomplete) {
  return element("div", {class: "govuk-form-group"},
    element("label", {class: "govuk-label", for: name}, label),
    hint ? element("div", {class: "govuk-hint", id: `${name}-hint`}, hint) : null,
    element("input", {class: "govuk-input govuk-input--width-20", id: name, name, type: "password", autocomplete,
      "aria-describedby": hint ? `${name}-hint` : null}));
}

export function rows(pairs) {
  return element("dl", {class: "govuk-summary-list"}, ...pairs.map(([key, value, action]) =>
    element("div", {class: "govuk-summary-list__row"},
      element("dt", {class: "govuk-summary-list__key"}, key),
      element("dd", {class: "govuk-summary-list__value"}, value),
      action ? element("dd", {class: "govuk-summary-list__actions"}, action) : null)));
}

/** The box that says what is wrong, with a link to the field. */
export function errorSummary(title, message, fieldId) {
  const link = element("a", {href: `#${fieldId}`, onclick: event => {
    event.preventDefault();
    document.getElementById(fieldId)?.focus();
  }}, message);
  return element("div", {class: "govuk-error-summary", role: "alert", tabindex: "-1"},
    element("h2", {class: "govuk-error-summary__title"}, title),
    element("ul", {class: "govuk-list govuk-error-summary__list"}, element("li", {}, link)));
}
