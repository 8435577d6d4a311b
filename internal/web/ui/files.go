package ui

import (
	"errors"
	"net/http"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

var wordNoFiles = lang.Text{JA: "送られた内容が読めません。ページを開き直して、もう一度送ってください", EN: "what was sent cannot be read; open the page again and send it once more"}

// ReadFiles reads a form with files, keeping up to memory bytes of it out of temporary files.
func (r *Request) ReadFiles(memory int64) error {
	err := r.ParseMultipartForm(memory)
	var tooLarge *http.MaxBytesError
	if err == nil || errors.As(err, &tooLarge) { // that one has words of its own
		return err
	}
	return fault.New(fault.Invalid, wordNoFiles).Because(err)
}
