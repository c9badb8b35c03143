/* One claim's questions: who they are first, then the benefit's own; its path, and its fields on the page. */
import { element } from "./drawing.js";
import { answersIn, namesOf, walk } from "./walk.js";

/** Files cannot be sent from here: their questions are passed, and the document comes another way. */
const SENT_ANOTHER_WAY = "document";

export function questionsOf(data, scheme) {
  const first = new Set(data.who.questions.map(question => question.fact));
  return [...data.who.questions, ...data.schemes[scheme].questions.filter(question => !first.has(question.fact))];
}

export function pathOf(questions, draft) {
  const papers = questions.filter(question => question.kind === SENT_ANOTHER_WAY).map(question => question.fact);
  return walk(questions, answersIn(questions, draft.fields, [...draft.passed, ...papers]));
}

/** What is sent: the fields of the path, as they were typed. */
export function claimOf(questions, draft) {
  const asked = pathOf(questions, draft).asked;
  const names = asked.flatMap(question => namesOf(question, draft.fields));
  return {scheme: draft.scheme, language: draft.language, taken_at: new Date().toISOString(), declared: true,
    fields: Object.fromEntries(names.map(name => [name, draft.fields[name]])),
    passed: asked.filter(question => !namesOf(question, draft.fields).some(name => draft.fields[name].trim()))
      .map(question => question.fact)};
}

/** A question's fields as the server drew them, holding what was typed. */
export function drawn(question, fields, language) {
  const template = document.createElement("template");
  template.innerHTML = question.html[language];
  if (question.kind === "repeat") makeRows(template.content, question, fields, language);
  fillIn(template.content, fields);
  return template.content;
}

/** What a form holds, by field: text only. */
export function typedIn(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string"));
}

/** An answer in words: the label of what was chosen, or what was written. */
export function inWords(question, fields, language) {
  const drawing = drawn(question, fields, language);
  const said = [...drawing.querySelectorAll("input, textarea, select")].map(field => {
    if (field.type === "radio" || field.type === "checkbox") return field.checked ? labelOf(drawing, field) : "";
    if (field.tagName === "SELECT") return field.selectedOptions[0]?.value ? field.selectedOptions[0].text.trim() : "";
    return field.value.trim();
  });
  return said.filter(text => text).join(", ");
}

function labelOf(drawing, field) {
  return [...drawing.querySelectorAll("label")].find(label => label.htmlFor === field.id)?.textContent.trim() ?? "";
}

function fillIn(content, fields) {
  for (const field of content.querySelectorAll("input, textarea, select")) {
    const value = fields[field.name];
    if (field.type === "file") continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
    else if (value !== undefined) field.value = value;
  }
}

/** The server drew two rows of a list: the second is the pattern of any. A row taken away leaves its number unused. */
function makeRows(content, question, fields, language) {
  content.querySelector("button:not([name])")?.remove();
  const remove = `button[name="${question.field}-remove"]`;
  const [first, second] = [...content.querySelectorAll(remove)].map(button => button.closest("fieldset"));
  const group = first.parentElement;
  const rows = () => [...group.querySelectorAll(":scope > fieldset")];
  const another = content.querySelector(`button[name="${question.field}-add"]`);
  let latest = 0;
  const number = () => {
    rows().forEach((row, index, all) => {
      const title = `${question.each[language]} ${index + 1}`;
      row.querySelector("legend").textContent = title;
      row.querySelector(`${remove} .govuk-visually-hidden`).textContent = title;
      row.querySelector(remove).hidden = all.length === 1;
    });
    if (another) another.hidden = rows().length >= question.at_most;
  };
  const add = named => {
    latest = named;
    const template = document.createElement("template");
    template.innerHTML = second.outerHTML.replaceAll(`${question.field}-2-`, `${question.field}-${named}-`);
    const row = template.content.firstElementChild;
    const button = row.querySelector(remove);
    button.setAttribute("type", "button");
    button.addEventListener("click", () => {
      const next = row.nextElementSibling?.matches("fieldset") ? row.nextElementSibling : row.previousElementSibling;
      row.remove();
      number();
      focusFirst(next);
    });
    (rows().at(-1) ?? first).after(row);
    return row;
  };
  const named = namesOf(question, fields).map(name => Number(name.slice(question.field.length + 1).split("-")[0]));
  second.remove();
  [...new Set(named.length ? named : [1])].sort((one, other) => one - other).forEach(add);
  first.remove();
  number();
  another?.setAttribute("type", "button");
  another?.addEventListener("click", () => {
    const row = add(latest + 1);
    number();
    focusFirst(row);
  });
}

function focusFirst(row) {
  row?.querySelector("input, textarea, select")?.focus();
}

/** The question with its mistake, as the components draw one. */
export function withError(form, message) {
  const group = form.querySelector(".govuk-form-group") ?? form;
  group.classList.add("govuk-form-group--error");
  const field = form.querySelector("input:not([type=hidden]), textarea, select");
  const note = element("p", {class: "govuk-error-message", id: `${field.id}-error`}, message);
  (group.querySelector(".govuk-fieldset__legend, .govuk-label-wrapper, .govuk-label") ?? group.firstChild).after(note);
  field.setAttribute("aria-describedby", note.id);
  return field.id;
}
