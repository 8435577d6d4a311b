package blob

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
)

// ErrChanged says that stored bytes are not what was put there.
var ErrChanged = errors.New("the stored bytes have changed")

// verifier hashes what passes and holds back the last bytes until the hash is right, so that a reader who
// stops at the known size is told, too.
type verifier struct {
	io.ReadCloser
	want Ref
	read int64
	hash hash.Hash
	err  error
}

func newVerifier(r io.ReadCloser, want Ref) *verifier {
	return &verifier{ReadCloser: r, want: want, hash: sha256.New()}
}

func (v *verifier) Read(p []byte) (int, error) {
	if v.err != nil || len(p) == 0 {
		return 0, v.err
	}
	n, err := v.ReadCloser.Read(p)
	v.hash.Write(p[:n])
	v.read += int64(n)
	if v.read >= v.want.Size || errors.Is(err, io.EOF) {
		if Hash(hex.EncodeToString(v.hash.Sum(nil))) != v.want.Hash {
			n, err = 0, fmt.Errorf("%s: %w", v.want.Hash, ErrChanged)
		}
	}
	v.err = err
	return n, err
}
