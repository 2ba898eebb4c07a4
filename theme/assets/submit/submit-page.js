import { cleanPicture } from "./clean-picture.js";
import { makeCode, readCode } from "./code-words.js";
import { sealMessage } from "./encrypted-message.js";
import { replyKeyOf } from "./reply-key.js";
import { openReply } from "./reply-message.js";
import { submissionBytes } from "./submission-content.js";
import { handOver, saveMessage } from "./submission-endpoint.js";
import { readSubmissionKeys } from "./submission-keys.js";

/** Most pictures of a message; the reader takes no more. */
const MOST_PICTURES = 12;

/** Today where the writer is, such as 2026-11-22. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
}

/**
 * The form on the page for submissions, and under a post: takes what is typed, encrypts it here, hands over the message alone. Nothing is kept: no storage, no cookie,
 * no address with anything in it. Fields have no names and stand in no form, so that without this script nothing can be sent at all.
 */
class SubmissionForm {
  constructor(root) {
    this.root = root;
    this.busy = false;
    this.codeOfReply = null;
    this.unsent = null;
  }

  start() {
    this.root.hidden = false;
    this.part("without").hidden = true;
    this.part("send").addEventListener("click", () => this.work("status", () => this.send()));
    this.part("save")?.addEventListener("click", () => saveMessage(this.unsent));
    this.part("look")?.addEventListener("click", () => this.work("reply-status", () => this.look()));
    this.part("answer-send")?.addEventListener("click", () => this.work("reply-status", () => this.answer()));
    this.part("answer")?.addEventListener("change", () => this.showTerms());
    this.part("reply-to")?.addEventListener("input", () => this.showRepliedTo());
    this.addReplyButtons();
    // Whoever comes back to this page with the browser's button must not find the text, the code or the answer of who was here before.
    addEventListener("pagehide", () => this.forget());
    addEventListener("beforeunload", (event) => {
      if (this.value("text") !== "") {
        event.preventDefault();
      }
    });
  }

  part(name) {
    return document.getElementById(`submit-${name}`);
  }

  value(name) {
    return this.part(name)?.value.trim() ?? "";
  }

  say(name, text, isTrouble = false) {
    this.part(name).textContent = text;
    this.part(name).classList.toggle("trouble", isTrouble);
  }

  /** Does one thing at a time, and says in words what went wrong. */
  async work(status, task) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      await task();
    } catch (error) {
      this.say(status, error.message, true);
    } finally {
      this.busy = false;
    }
  }

  keys() {
    return readSubmissionKeys(this.root.querySelectorAll("[data-kid]"), today());
  }

  async send() {
    this.part("done").hidden = true;
    if (this.value("text") === "") {
      this.part("text").focus();
      throw new Error("There is no text yet.");
    }
    this.say("status", "Encrypting on your device …");
    const code = this.part("want-code").checked ? makeCode() : null;
    await this.deliver("status", {
      kind: this.root.dataset.post === undefined ? this.value("kind") : "comment",
      title: this.value("title"),
      name: this.value("name"),
      text: this.part("text").value,
      post: this.root.dataset.post,
      replyTo: this.repliedTo()?.id,
      images: await this.pictures(),
      code: code === null ? undefined : await replyKeyOf(code),
    });
    for (const name of ["title", "name", "text", "reply-to", "pictures"]) {
      if (this.part(name) !== null) {
        this.part(name).value = "";
      }
    }
    this.part("code-box").hidden = code === null;
    this.say("code", code ?? "");
    this.part("done").hidden = false;
    this.part("done").focus();
  }

  /** Encrypts, and hands the message over; where it did not arrive it can be saved as a file. */
  async deliver(status, parts) {
    const { endpoint, target, most } = this.root.dataset;
    const keys = await this.keys();
    const message = await sealMessage(submissionBytes(parts, Number(most)), keys);
    try {
      await handOver(message, { endpoint, target });
      this.say(status, endpoint === "file" ? "Encrypted and saved as message.jwe. Nobody but the editors can open it; send it to them in any way you like." : "Encrypted and sent.");
    } catch (error) {
      this.unsent = message;
      this.part("save").hidden = false;
      throw new Error(`It was encrypted, but could not be sent (${error.message}) Try again, or save the encrypted message as a file and send it in any other way.`);
    }
  }

  async pictures() {
    const files = [...this.part("pictures")?.files ?? []];
    if (files.length > MOST_PICTURES) {
      throw new Error(`A message takes ${MOST_PICTURES} pictures; these are ${files.length}.`);
    }
    const pictures = [];
    for (const file of files) {
      try {
        pictures.push(await cleanPicture(file));
      } catch (error) {
        throw new Error(`Picture ${pictures.length + 1} cannot be taken along: ${error.message} Nothing was sent.`);
      }
    }
    return pictures;
  }

  /** The comment that is answered: its id and its place; undefined for none. */
  repliedTo() {
    const number = this.value("reply-to");
    if (number === "") {
      return undefined;
    }
    const link = [...document.querySelectorAll("#comments a[href*='#c']")].find((each) => each.textContent === number && (each.classList.contains("num") || each.closest(".elsewhere") !== null));
    if (link === undefined) {
      throw new Error(`No comment here has the number ${number}. Leave the field empty for a comment on the post.`);
    }
    return { id: link.hash.slice(2), link };
  }

  showRepliedTo() {
    try {
      this.repliedTo();
      this.say("status", "");
    } catch {
      // said when it is sent: a number that is being typed is not yet wrong
    }
  }

  /** A button on each comment that fills in its number. */
  addReplyButtons() {
    if (this.part("reply-to") === null) {
      return;
    }
    for (const header of document.querySelectorAll("#comments .comment > article > header")) {
      const number = header.querySelector(".num")?.textContent ?? "";
      if (/^[0-9.]+$/.test(number) && header.querySelector(".gone") === null) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "reply";
        button.textContent = "Reply";
        button.setAttribute("aria-label", `Reply to ${number}`);
        button.addEventListener("click", () => {
          this.part("reply-to").value = number;
          this.part("text").focus();
        });
        header.append(button);
      }
    }
  }

  /** Looks for the answer to a code: every file of answers is fetched, whatever the code, so that nobody sees which one was wanted. */
  async look() {
    this.part("reply").hidden = true;
    this.codeOfReply = null;
    const { code, trouble } = readCode(this.part("your-code").value);
    if (trouble !== undefined) {
      throw new Error(trouble);
    }
    this.say("reply-status", "Looking …");
    const reply = await replyKeyOf(code);
    this.codeOfReply = reply;
    const found = await this.findReply(reply.key);
    this.say("reply-title", found?.title ?? "");
    this.say("reply-text", found?.text ?? "");
    this.say("reply-note", found?.note ?? "");
    this.part("reply-found").hidden = found === null;
    this.part("reply").hidden = false;
    this.say("reply-status", found === null ? "There is no answer for this code at present. Come back in some days; or write to the editors here, under the same code." : "There is an answer.");
    this.part("reply").focus();
  }

  async findReply(key) {
    const { replies, repliesHref } = this.root.dataset;
    let found = null;
    for (let number = 0; number < Number(replies); number++) {
      const answer = await fetch(`${repliesHref}${String(number).padStart(2, "0")}.bin`, { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
      if (!answer.ok) {
        throw new Error("The answers could not be fetched. Try again.");
      }
      found = await openReply(new Uint8Array(await answer.arrayBuffer()), key) ?? found; // no early end: as many are fetched for everybody
    }
    return found;
  }

  async answer() {
    if (this.codeOfReply === null) {
      throw new Error("Open the answer with your code first.");
    }
    const answer = this.value("answer");
    const terms = answer === "yes" ? this.terms() : undefined;
    this.say("reply-status", "Encrypting on your device …");
    await this.deliver("reply-status", { kind: "answer", answer, terms, text: this.part("answer-text").value, code: this.codeOfReply });
    this.part("answer-text").value = "";
    this.part("until").value = "";
  }

  /** The choices that go with a yes, and with nothing else. */
  showTerms() {
    this.part("terms").hidden = this.value("answer") !== "yes";
  }

  terms() {
    const until = this.value("until");
    if (!this.part("until").validity.valid || (until !== "" && until < today())) {
      this.part("until").focus();
      throw new Error("The day after which it is removed is over, or is none. Choose another, or leave it empty. Nothing was sent.");
    }
    return { scope: this.value("scope"), comments: this.value("comments"), original: this.value("original"), until: until === "" ? undefined : until };
  }

  forget() {
    this.unsent = null;
    this.codeOfReply = null;
    for (const field of this.root.querySelectorAll("input:not([type=checkbox]), textarea")) {
      field.value = "";
    }
    for (const choice of this.root.querySelectorAll("select")) {
      choice.selectedIndex = 0;
    }
    if (this.part("terms") !== null) {
      this.showTerms();
    }
    for (const name of ["code", "reply-title", "reply-text", "reply-note"]) {
      if (this.part(name) !== null) {
        this.say(name, "");
      }
    }
    this.part("done").hidden = true;
    if (this.part("reply") !== null) {
      this.part("reply").hidden = true;
    }
  }
}

const submissionRoot = document.getElementById("submit");
if (submissionRoot !== null) {
  if (globalThis.crypto?.subtle === undefined) {
    document.getElementById("submit-without").append(" This browser cannot encrypt here: it is too old, or the page did not come over https.");
  } else {
    new SubmissionForm(submissionRoot).start();
  }
}
