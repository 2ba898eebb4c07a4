import { keep, recall } from "./device-memory.js";
import { make } from "./page-parts.js";

const LANGUAGES = [["en", "English"], ["cy", "Cymraeg"], ["pl", "Polski"]];
const pageLanguage = document.documentElement.lang.split("-")[0];

/** Settings before anybody chose: nothing is remembered, keys are on, labels are in the page's language where there are such. */
const DEFAULTS = { size: "", face: "", language: LANGUAGES.some(([language]) => language === pageLanguage) ? pageLanguage : "en", keys: true, remember: false };

/** What the reader chose. */
export const settings = { ...DEFAULTS, ...recall("settings", {}) };

/** Told when a setting changes. */
const listeners = [];

/** Calls a function with each change of a setting. */
export function onSetting(listener) {
  listeners.push(listener);
}

const SIZES = [["", "normal"], ["large", "large"], ["larger", "larger"]];
const FACES = [["", "serif for what people wrote"], ["sans", "sans serif for all"]];

function apply() {
  const root = document.documentElement.classList;
  SIZES.forEach(([value]) => value !== "" && root.toggle(`text-${value}`, settings.size === value));
  root.toggle("text-sans", settings.face === "sans");
}

function changeSetting(name, value) {
  settings[name] = value;
  const isDefault = Object.keys(DEFAULTS).every((key) => settings[key] === DEFAULTS[key]);
  keep("settings", isDefault ? null : settings); // nothing lies on a device where nothing was chosen
  apply();
  listeners.forEach((listener) => listener(name));
}

function choice(words, name, options) {
  const select = make("select", { id: `reader-${name}` }, ...options.map(([value, text]) => make("option", name === "language" ? { value, lang: value } : { value }, text)));
  select.value = settings[name];
  select.addEventListener("change", () => changeSetting(name, select.value));
  return make("p", {}, make("label", { htmlFor: select.id }, words), " ", select);
}

function toggle(words, name) {
  const box = make("input", { type: "checkbox", id: `reader-${name}`, checked: settings[name] });
  box.addEventListener("change", () => changeSetting(name, box.checked));
  return make("p", { className: "reader-check" }, box, make("label", { htmlFor: box.id }, words));
}

/** The panel in the foot of the page. */
export const panel = make(
  "details",
  { className: "reader" },
  make("summary", {}, "Reading settings"),
  choice("Size of text", "size", SIZES),
  choice("Typeface", "face", FACES),
  choice("Language of labels and buttons", "language", LANGUAGES),
  toggle("The keys c and Shift-c go from comment to comment", "keys"),
  toggle("Remember on this device what I have read, and let me keep comments. Whoever uses this device can see that.", "remember"),
);

apply();
document.querySelector("footer.site")?.append(panel);
