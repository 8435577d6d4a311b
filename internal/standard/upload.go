package standard

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/encoding/japanese"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Upload is a file that somebody sent: a standard as Markdown, Excel or CSV, an allocation, or a .zip of such.
type Upload struct {
	Name string // with its folders
	Data []byte
}

// Limits on what is sent at once.
const (
	MaxUploads     = 500
	MaxUploadBytes = 50_000_000 // of all files, unpacked
)

var (
	wordManyFiles = lang.Text{JA: "ファイルが多すぎます（%d件。上限は%d件）", EN: "too many files (%d; the limit is %d)"}
	wordManyBytes = lang.Text{JA: "ファイルの合計が大きすぎます（上限は %d バイト）", EN: "the files are too large together (the limit is %d bytes)"}
	wordBadZip    = lang.Text{JA: "%s を zip として開けません", EN: "%s cannot be opened as a zip file"}
)

// Unpack puts the files of .zip files in their place and refuses what is beyond the limits.
func Unpack(files []Upload) ([]Upload, error) {
	var out []Upload
	left := int64(MaxUploadBytes)
	for _, f := range files {
		if strings.ToLower(path.Ext(f.Name)) != ".zip" {
			out, left = append(out, f), left-int64(len(f.Data))
			continue
		}
		inside, err := unzip(f, MaxUploads-len(out), &left)
		if err != nil {
			return nil, err
		}
		out = append(out, inside...)
	}
	if len(out) > MaxUploads {
		return nil, fault.New(fault.TooLarge, wordManyFiles.With(len(out), MaxUploads))
	}
	if left < 0 {
		return nil, fault.New(fault.TooLarge, wordManyBytes.With(MaxUploadBytes))
	}
	slices.SortStableFunc(out, func(a, b Upload) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

// unzip reads the files of an archive; left is how many bytes all files may still have.
func unzip(f Upload, files int, left *int64) ([]Upload, error) {
	archive, err := zip.NewReader(bytes.NewReader(f.Data), int64(len(f.Data)))
	if err != nil {
		return nil, fault.New(fault.Invalid, wordBadZip.With(f.Name)).Because(err)
	}
	var out []Upload
	for _, entry := range archive.File {
		name := zipName(entry)
		if entry.FileInfo().IsDir() || !wanted(name) {
			continue
		}
		if len(out) >= files {
			return nil, fault.New(fault.TooLarge, wordManyFiles.With(len(archive.File), MaxUploads))
		}
		data, err := unzipOne(entry, *left)
		if err != nil {
			return nil, fault.New(fault.Invalid, wordBadZip.With(f.Name)).Because(err)
		}
		if *left -= int64(len(data)); *left < 0 {
			return nil, fault.New(fault.TooLarge, wordManyBytes.With(MaxUploadBytes))
		}
		out = append(out, Upload{Name: name, Data: data})
	}
	return out, nil
}

// zipName is the name of an entry. Windows writes names in Shift_JIS without saying so.
func zipName(entry *zip.File) string {
	if entry.NonUTF8 {
		if name, err := japanese.ShiftJIS.NewDecoder().String(entry.Name); err == nil {
			return name
		}
	}
	return strings.ToValidUTF8(entry.Name, "?")
}

// unzipOne reads one byte more than is allowed, so that what is too large is seen.
func unzipOne(entry *zip.File, left int64) ([]byte, error) {
	r, err := entry.Open()
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(r, left+1))
	if closed := r.Close(); err == nil {
		err = closed
	}
	return data, err
}

// wanted reports whether a file of a folder may be a standard or an allocation.
func wanted(name string) bool {
	hidden := slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool {
		return strings.HasPrefix(part, ".") || part == "__MACOSX" || strings.HasPrefix(part, "~$")
	})
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".xlsx", ".csv":
		return !hidden
	}
	return !hidden && path.Base(name) == AllocationFile
}
