// kijun in the browser. Every page and form works without it.
"use strict";

// Text under conversion by an input method is nobody's business yet; when it is committed, say so once.
document.addEventListener("input", e => { if (e.isComposing) e.stopImmediatePropagation(); }, true);
document.addEventListener("compositionend", e => e.target.dispatchEvent(new InputEvent("input", { bubbles: true })), true);

// Autosave: a form with data-autosave sends itself a moment after a change, one request at a time. The
// answer carries the new version of the record, or says what stands in the way.
const autosave = form => {
  const status = form.querySelector("[data-status]");
  const say = key => { if (status) status.textContent = form.dataset[key] || key; };
  let timer, sending = false, again = false, converting = false;
  const send = async () => {
    if (converting) return; // the end of the conversion is a change of its own
    if (sending) { again = true; return; }
    sending = true; again = false;
    say("saving");
    try {
      const res = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "Kijun-Fragment": "saved" } });
      const said = await res.json().catch(() => ({}));
      if (res.ok) {
        if (said.version && form.elements.version) form.elements.version.value = said.version;
        for (const [id, text] of Object.entries(said.parts || {})) {
          const part = document.getElementById(id);
          if (part) part.textContent = text;
        }
        say("saved");
      } else {
        say(said.message || "failed");
        form.classList.toggle("conflict", res.status === 409);
      }
    } catch {
      say("offline");
      timer = setTimeout(send, 5000);
    }
    sending = false;
    if (again) send();
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(send, 700); };
  form.addEventListener("compositionstart", () => { converting = true; });
  form.addEventListener("compositionend", () => { converting = false; });
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", () => clearTimeout(timer));
  addEventListener("beforeunload", e => { if (sending) e.preventDefault(); });
};

// Keys of a page with data-keys: each element with data-key is activated by its key when nobody is typing.
const keys = () => document.addEventListener("keydown", e => {
  if (e.isComposing || e.ctrlKey || e.altKey || e.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) && e.target.type !== "radio" && e.target.type !== "checkbox") return;
  const to = document.querySelector(`[data-key="${CSS.escape(e.key)}"]`);
  if (!to) return;
  e.preventDefault();
  to.focus();
  to.click();
});

document.querySelectorAll("form[data-autosave]").forEach(autosave);
if (document.querySelector("[data-key]")) keys();
document.querySelectorAll("[data-print]").forEach(b => { b.hidden = false; b.addEventListener("click", () => print()); });
