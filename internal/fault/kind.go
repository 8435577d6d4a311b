package fault

import "net/http"

// Kind says what sort of thing went wrong, in the terms of whoever asked.
type Kind int

// The kinds of faults.
const (
	Internal        Kind = iota // our fault; the text tells nothing about the inside
	Invalid                     // what was given cannot be read or contradicts itself
	NotFound                    // what was asked for does not exist, or not for this person
	Conflict                    // somebody else changed it meanwhile
	Forbidden                   // this person may not do it
	Unauthenticated             // nobody is signed in
	TooLarge                    // more than the limit
	Unavailable                 // not now; later it may work
)

// Exit codes of every command.
const (
	ExitYes      = 0 // done; nothing open
	ExitNo       = 1 // done; the answer is no: gaps, differences, breaches
	ExitInput    = 2 // input or usage
	ExitInternal = 3
)

// kinds is the one table of fault kinds, HTTP statuses and exit codes.
var kinds = map[Kind]struct{ status, exit int }{
	Internal:        {http.StatusInternalServerError, ExitInternal},
	Invalid:         {http.StatusUnprocessableEntity, ExitInput},
	NotFound:        {http.StatusNotFound, ExitInput},
	Conflict:        {http.StatusConflict, ExitInput},
	Forbidden:       {http.StatusForbidden, ExitInput},
	Unauthenticated: {http.StatusUnauthorized, ExitInput},
	TooLarge:        {http.StatusRequestEntityTooLarge, ExitInput},
	Unavailable:     {http.StatusServiceUnavailable, ExitInternal},
}

// Status returns the HTTP status of the kind.
func (k Kind) Status() int { return kinds[k].status }

// Exit returns the exit code of the kind.
func (k Kind) Exit() int { return kinds[k].exit }
