//go:build e2e

package browser

import (
	"fmt"
	"strings"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var keys = map[string]string{
	"Enter": kb.Enter, "Tab": kb.Tab, "Escape": kb.Escape, "Space": " ", "Backspace": kb.Backspace, "Delete": kb.Delete,
	"ArrowUp": kb.ArrowUp, "ArrowDown": kb.ArrowDown, "ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight,
	"Home": kb.Home, "End": kb.End, "PageUp": kb.PageUp, "PageDown": kb.PageDown,
}

var modifiers = map[string]chromedp.Modifier{
	"Shift": chromedp.ModifierShift, "Control": chromedp.ModifierCtrl, "Alt": chromedp.ModifierAlt, "Meta": chromedp.ModifierMeta,
}

// Press presses keys one after the other: "Tab", "Shift+Tab", "Control+a", "Enter".
func (t *Tab) Press(combinations ...string) error {
	for _, combination := range combinations {
		parts := strings.Split(combination, "+")
		key := parts[len(parts)-1]
		text, named := keys[key]
		if !named {
			text = key
		}
		if !named && len([]rune(key)) != 1 {
			return fmt.Errorf("there is no key %q", key)
		}
		var held []chromedp.Modifier
		for _, name := range parts[:len(parts)-1] {
			m, ok := modifiers[name]
			if !ok {
				return fmt.Errorf("there is no key %q to hold", name)
			}
			held = append(held, m)
		}
		if err := t.do("press "+combination, chromedp.KeyEvent(text, chromedp.KeyModifiers(held...))); err != nil {
			return err
		}
	}
	return nil
}

// Type types text key by key where the cursor is.
func (t *Tab) Type(text string) error { return t.do("type "+text, chromedp.KeyEvent(text)) }
