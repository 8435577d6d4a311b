package oscal

import (
	"fmt"
	"regexp"
	"strings"
)

// This file turns the markup of OSCAL XML, which looks like HTML, into the Markdown of OSCAL JSON.

// blocks are the elements that stand on lines of their own.
var blocks = map[string]bool{
	"p": true, "ul": true, "ol": true, "pre": true, "table": true, "blockquote": true, "hr": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "img": true,
}

// around are the elements that become characters before and after their content.
var around = map[string]string{
	"em": "*", "i": "*", "strong": "**", "b": "**", "code": "`", "q": `"`, "sub": "~", "sup": "^",
}

var (
	spaces  = regexp.MustCompile(`\s+`)
	special = regexp.MustCompile("[\\\\*`~^]|\\]\\(")
)

// markdownLine writes content as one line.
func markdownLine(content []any) string {
	var b strings.Builder
	inline(&b, content)
	return strings.TrimSpace(spaces.ReplaceAllString(b.String(), " "))
}

func inline(b *strings.Builder, content []any) {
	for _, c := range content {
		switch c := c.(type) {
		case string:
			b.WriteString(special.ReplaceAllString(c, `\$0`))
		case *element:
			inlineElement(b, c)
		}
	}
}

func inlineElement(b *strings.Builder, e *element) {
	mark := around[e.name]
	switch e.name {
	case "insert":
		fmt.Fprintf(b, "{{ insert: %s, %s }}", e.attr("type"), e.attr("id-ref"))
	case "a":
		b.WriteByte('[')
		inline(b, e.content)
		fmt.Fprintf(b, "](%s)", e.attr("href"))
	case "img":
		fmt.Fprintf(b, "![%s](%s)", e.attr("alt"), e.attr("src"))
	case "br":
		b.WriteByte(' ')
	case "code":
		b.WriteString(mark + textOf(e) + mark)
	default:
		b.WriteString(mark)
		inline(b, e.content)
		b.WriteString(mark)
	}
}

func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// markdownBlocks writes paragraphs, lists and so on with an empty line between them.
func markdownBlocks(content []any) string {
	var out []string
	for _, c := range content {
		text := ""
		if e, ok := c.(*element); ok && blocks[e.name] {
			text = blockElement(e)
		} else {
			text = markdownLine([]any{c})
		}
		if text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, "\n\n")
}

func blockElement(e *element) string {
	switch e.name {
	case "p":
		return markdownLine(e.content)
	case "ul", "ol":
		return list(e, "")
	case "pre":
		return "```\n" + strings.Trim(textOf(e), "\n") + "\n```"
	case "table":
		return table(e)
	case "blockquote":
		return "> " + strings.ReplaceAll(markdownBlocks(e.content), "\n", "\n> ")
	case "hr":
		return "---"
	case "img":
		return markdownLine([]any{e})
	}
	level := int(e.name[1] - '0') // h1 to h6
	return strings.Repeat("#", level) + " " + markdownLine(e.content)
}

// list writes a list; lists inside it are indented by two spaces, by three under numbers.
func list(e *element, indent string) string {
	bullet := "* "
	if e.name == "ol" {
		bullet = "1. "
	}
	var lines []string
	for _, item := range e.children() {
		var text []any
		var inner []string
		for _, c := range item.content {
			if child, ok := c.(*element); ok && (child.name == "ul" || child.name == "ol") {
				inner = append(inner, list(child, indent+strings.Repeat(" ", len(bullet))))
			} else {
				text = append(text, c)
			}
		}
		lines = append(lines, indent+bullet+markdownLine(text))
		lines = append(lines, inner...)
	}
	return strings.Join(lines, "\n")
}

// table writes rows with bars; the first row is the head, which Markdown demands.
func table(e *element) string {
	var lines []string
	for _, row := range e.children() {
		var cells []string
		for _, cell := range row.children() {
			cells = append(cells, strings.ReplaceAll(markdownLine(cell.content), "|", `\|`))
		}
		lines = append(lines, "| "+strings.Join(cells, " | ")+" |")
		if len(lines) == 1 {
			lines = append(lines, "|"+strings.Repeat(" --- |", len(cells)))
		}
	}
	return strings.Join(lines, "\n")
}

func (e *element) children() []*element {
	var out []*element
	for _, c := range e.content {
		if child, ok := c.(*element); ok {
			out = append(out, child)
		}
	}
	return out
}
