//go:build e2e

package browser

// The functions below run in the page with the element as this. They throw, in words, while the element
// cannot be used yet, and change nothing before.

// middle gives the point that a person would aim at.
const middle = `function () {
	if (this.matches(":disabled") || this.ariaDisabled === "true") throw "it is disabled";
	this.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
	const box = [...this.getClientRects()].find(r => r.width && r.height);
	if (!box) throw "it is not visible";
	const [X, Y] = [box.x + box.width / 2, box.y + box.height / 2];
	const hit = document.elementFromPoint(X, Y);
	if (!hit) throw "it is outside of the window";
	if (!this.contains(hit) && hit.closest("label")?.control !== this) throw "it is covered by " + hit.outerHTML.slice(0, 200);
	return { X, Y };
}`

// readyToType leaves the cursor in the field with all it holds selected and answers true. Fields whose
// parts are typed one by one, such as a date, take the value as a whole and answer false.
const readyToType = `function (value) {
	if (this.matches(":disabled") || this.readOnly) throw "it cannot be written in";
	this.scrollIntoView({ block: "center", behavior: "instant" });
	this.focus();
	if (document.activeElement !== this) throw "it does not take the focus";
	if (["date", "month", "week", "time", "datetime-local", "color", "range"].includes(this.type)) {
		this.value = value;
		if (this.value !== value) throw "it does not take " + value;
		for (const kind of ["input", "change"]) this.dispatchEvent(new Event(kind, { bubbles: true }));
		return false;
	}
	if (!this.select) throw "it is not a field to write in";
	this.select();
	return true;
}`

const choose = `function (label) {
	const words = o => o.label.trim().replace(/\s+/g, " ");
	const option = [...(this.options ?? [])].find(o => words(o) === label);
	if (this.matches(":disabled") || option?.disabled) throw "it is disabled";
	if (!option) throw "it has no such option: " + [...(this.options ?? [])].map(words).join(", ");
	this.focus();
	if (option.selected && !this.multiple) return true;
	option.selected = true;
	for (const kind of ["input", "change"]) this.dispatchEvent(new Event(kind, { bubbles: true }));
	return true;
}`

const takesFiles = `function () {
	if (this.type !== "file" || this.matches(":disabled")) throw "it takes no files";
	return true;
}`

const focus = `function () {
	this.focus();
	if (document.activeElement !== this) throw "it does not take the focus";
	return true;
}`
