package oscal

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
)

// This file moves values between trees (Object, []any, string, ...) and the types of the models.
// One rule keeps documents whole: what a type cannot say goes to its Extra, that is members the
// type does not know, and members that are there but empty.

// layout says which member belongs to which field of a struct type.
type layout struct {
	names []string
	index []int // field number of each name
	field map[string]int
	extra int // field number of Extra
}

var layouts sync.Map // reflect.Type -> *layout

func layoutOf(t reflect.Type) *layout {
	if l, ok := layouts.Load(t); ok {
		return l.(*layout)
	}
	l := &layout{field: map[string]int{}, extra: -1}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Name == "Extra" {
			l.extra = i
			continue
		}
		l.field[name] = i
		l.names, l.index = append(l.names, name), append(l.index, i)
	}
	layouts.Store(t, l)
	return l
}

// bind stores the tree x in v.
func bind(v reflect.Value, x any) *Error {
	switch v.Kind() {
	case reflect.Struct:
		return bindStruct(v, x)
	case reflect.Slice:
		return bindSlice(v, x)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return bind(v.Elem(), x)
	case reflect.Bool:
		b, ok := x.(bool)
		if !ok {
			return fail(Shape, "true or false", describe(x))
		}
		v.SetBool(b)
	case reflect.String:
		return bindString(v, x)
	}
	return nil
}

var number = reflect.TypeFor[Number]()

// bindString also takes numbers and booleans as they were written: YAML files say "version: 1.0".
func bindString(v reflect.Value, x any) *Error {
	switch x := x.(type) {
	case string:
		if v.Type() == number {
			return fail(Shape, "a number", describe(x))
		}
		v.SetString(x)
	case Number:
		v.SetString(string(x))
	case bool:
		v.SetString(strconv.FormatBool(x))
	default:
		return fail(Shape, "text", describe(x))
	}
	return nil
}

// mappings is the one array that OSCAL 1.2 also allows to be a single object.
var mappings = reflect.TypeFor[[]Mapping]()

func bindSlice(v reflect.Value, x any) *Error {
	list, ok := x.([]any)
	if !ok {
		if _, single := x.(Object); !single || v.Type() != mappings {
			return fail(Shape, "an array", describe(x))
		}
		list = []any{x}
	}
	s := reflect.MakeSlice(v.Type(), len(list), len(list))
	for i := range list {
		if err := bind(s.Index(i), list[i]); err != nil {
			return err.under(strconv.Itoa(i))
		}
	}
	v.Set(s)
	return nil
}

func bindStruct(v reflect.Value, x any) *Error {
	o, ok := x.(Object)
	if !ok {
		return fail(Shape, "an object", describe(x))
	}
	l := layoutOf(v.Type())
	var extra Object
	for _, m := range o {
		i, known := l.field[m.Name]
		if !known || empty(m.Value) && v.Field(i).Kind() != reflect.Pointer {
			extra = append(extra, m)
			continue
		}
		if err := bind(v.Field(i), m.Value); err != nil {
			return err.under(m.Name)
		}
	}
	if extra != nil {
		v.Field(l.extra).Set(reflect.ValueOf(extra))
	}
	return nil
}

// empty reports whether x is there but says nothing.
func empty(x any) bool {
	switch x := x.(type) {
	case nil:
		return true
	case string:
		return x == ""
	case Object:
		return len(x) == 0
	case []any:
		return len(x) == 0
	case bool:
		return !x
	}
	return false
}

// under puts a step in front of the pointer of e, which is built from the inside out. Where values
// are too deep or too many, the pointer would be endless.
func (e *Error) under(step string) *Error {
	if e.Kind == TooDeep || e.Kind == TooMany {
		return e
	}
	step = strings.NewReplacer("~", "~0", "/", "~1").Replace(step)
	e.Pointer = "/" + step + e.Pointer
	return e
}

// describe names the sort of x for an error.
func describe(x any) string {
	switch x := x.(type) {
	case nil:
		return "null"
	case string:
		return "text"
	case Number:
		return "a number"
	case bool:
		return strconv.FormatBool(x)
	case Object:
		return "an object"
	case []any:
		return "an array"
	}
	return fmt.Sprintf("%T", x)
}

// unbind is the way back: the tree of v, members in the order of the type, then the unknown ones.
func unbind(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Struct:
		return unbindStruct(v)
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = unbind(v.Index(i))
		}
		return list
	case reflect.Pointer:
		return unbind(v.Elem())
	case reflect.Bool:
		return v.Bool()
	}
	if v.Type() == number {
		return Number(v.String())
	}
	return v.String()
}

func unbindStruct(v reflect.Value) Object {
	l := layoutOf(v.Type())
	extra := v.Field(l.extra).Interface().(Object)
	o := make(Object, 0, len(l.names)+len(extra))
	for i, name := range l.names {
		if f := v.Field(l.index[i]); !f.IsZero() && !(f.Kind() == reflect.Slice && f.Len() == 0) {
			o = append(o, Member{name, unbind(f)})
		} else if x, ok := extra.Get(name); ok {
			o = append(o, Member{name, x})
		}
	}
	for _, m := range extra {
		if _, known := l.field[m.Name]; !known {
			o = append(o, m)
		}
	}
	return o
}
