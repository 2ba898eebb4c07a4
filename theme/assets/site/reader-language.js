import { onSetting, settings } from "./reader-settings.js";

/** The words of other languages lie beside this script, and are fetched where one was chosen; the build puts the file's name here. */
const WORDS = "words.js";

/** What says the page in another language, once it was needed. */
let spoken = null;

async function speakChosen() {
  if (settings.language !== "en" || spoken !== null) {
    try {
      spoken ??= await import(new URL(WORDS, import.meta.url));
      spoken.speak(settings.language);
    } catch {
      // the file did not come: the page stays as it is
    }
  }
}

speakChosen();
onSetting((name) => name === "language" && speakChosen());
