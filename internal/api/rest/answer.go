package rest

// Body is an answer with a JSON body.
type Body[T any] struct{ Body T }

// Answer is v as the body of an answer.
func Answer[T any](v T, err error) (*Body[T], error) {
	if err != nil {
		return nil, err
	}
	return &Body[T]{v}, nil
}

// Nothing is a request or an answer without content.
type Nothing struct{}

// Done is the answer to an act that has nothing to say.
func Done(err error) (*Nothing, error) {
	if err != nil {
		return nil, err
	}
	return &Nothing{}, nil
}

// List is a page of a list. Next is given as from to ask for the next page; "" on the last.
type List[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty" doc:"Give it as ?from= to read on; missing on the last page"`
}

// From is where a list is read on, as a part of a request.
type From struct {
	From string `query:"from" maxLength:"2000" doc:"What the page before gave as next"`
}

// Page is an answer with a page of a list, each row as make tells it.
func Page[R, T any](rows []R, next string, err error, make func(R) T) (*Body[List[T]], error) {
	return Answer(List[T]{Each(rows, make), next}, err)
}

// Each returns what make tells of every row; of none, an empty list.
func Each[R, T any](rows []R, make func(R) T) []T {
	out := []T{}
	for _, r := range rows {
		out = append(out, make(r))
	}
	return out
}

// Full returns a list that JSON writes as [] where it has nothing.
func Full[S ~[]E, E any](l S) S {
	if l == nil {
		return S{}
	}
	return l
}
