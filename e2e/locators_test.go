//go:build e2e

package e2e

import "kijun/e2e/browser"

// Locators by what assistive technology is told: the role, and the name of the thing.

func button(name string) browser.Locator   { return browser.Role(name, "button") }
func link(name string) browser.Locator     { return browser.Role(name, "link") }
func checkbox(name string) browser.Locator { return browser.Role(name, "checkbox", "switch") }
func radio(name string) browser.Locator    { return browser.Role(name, "radio") }
func heading(name string) browser.Locator  { return browser.Role(name, "heading") }
func summary(name string) browser.Locator  { return browser.Role(name, "DisclosureTriangle") }

// field is whatever something is written or chosen in, by its label without the mark that it must be.
func field(name string) browser.Locator {
	return browser.Role(name, "textbox", "searchbox", "spinbutton", "combobox", "ComboBoxSelect", "listbox", "ListBox",
		"Date", "DateTime", "InputTime", "ColorWell", "slider").Marked("必須", "required")
}

// file is a file field, by its label: assistive technology is told of a button.
func file(name string) browser.Locator {
	return browser.Role(name, "button").Marked("必須", "required")
}

// css is for what has no role or name.
func css(selector string) browser.Locator { return browser.CSS(selector) }
