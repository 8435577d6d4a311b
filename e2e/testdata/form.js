// The button wakes late, as on a page that is still getting ready.
setTimeout(() => { document.getElementById("send").disabled = false; }, 300);

// A search that answers on every input that is not under conversion, and counts those that are.
let composing = 0;
const search = document.getElementById("search");
search.addEventListener("input", event => { if (event.isComposing) composing++; });
search.addEventListener("compositionend", () => {
	document.getElementById("found").textContent = `「${search.value}」変換中${composing}回`;
});
