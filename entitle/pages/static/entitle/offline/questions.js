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

/** The server drew two rows of a list: the first stays, and the second is the pattern of any more. */
function makeRows(content, question, fields, language) {
  content.querySelector("button:not([name])")?.remove();
  const removes = [...content.querySelectorAll(`button[name="${question.field}-remove"]`)];
  const [first, second] = removes.map(remove => remove.closest("fieldset"));
  const pattern = second.outerHTML;
  const numbers = namesOf(question, fields).map(name => Number(name.slice(question.field.length + 1).split("-")[0]));
  let count = Math.max(1, ...numbers);
  const last = () => [...first.parentElement.querySelectorAll(":scope > fieldset")].at(-1);
  const add = number => {
    const row = document.createElement("template");
    row.innerHTML = pattern.replaceAll(`${question.field}-2-`, `${question.field}-${number}-`);
    const made = row.content.firstElementChild;
    made.querySelector("legend").textContent = `${question.each[language]} ${number}`;
    made.querySelector(`button[name="${question.field}-remove"]`)?.remove();
    last().after(made);
    return made;
  };
  removes.forEach(remove => remove.remove());
  second.remove();
  for (let number = 2; number <= count; number += 1) add(number);
  const another = content.querySelector(`button[name="${question.field}-add"]`);
  another?.setAttribute("type", "button");
  another?.addEventListener("click", () => {
    if (count >= question.at_most) return;
    count += 1;
    add(count).querySelector("input, textarea, select")?.focus();
    another.hidden = count >= question.at_most;
  });
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
