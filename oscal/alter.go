package oscal

import "slices"

// alter carries out one alter on every control of its id. Removes look at the control as it was,
// before the adds, so that remove and add together replace.
func (r *run) alter(b *body, place string, a *Alter) {
	r.mentioned[a.ControlID] = true
	var controls []*Control
	b.each(func(c *Control) {
		if c.ID == a.ControlID {
			controls = append(controls, c)
		}
	})
	if len(controls) == 0 {
		r.warn(place, NoAlter, a.ControlID)
	}
	for _, c := range controls {
		for i := range a.Removes {
			r.removeFrom(c, pointer(place+"/removes", i), &a.Removes[i])
		}
		r.addTo(c, place+"/adds", a.Adds)
	}
}

// removeFrom carries out one remove on c and the controls inside it.
func (r *run) removeFrom(c *Control, place string, m *Remove) {
	if m.ByName == "" && m.ByClass == "" && m.ByID == "" && m.ByItemName == "" && m.ByNS == "" {
		return // without a criterion everything would go
	}
	x := remover{m, func(item, id string) { r.tell(Removed, c.ID, id, place, item, m.Remarks) }}
	x.control(c)
}

// addTo carries out the adds of one alter. Where several have one target and position, they end up
// in the order of the profile; that is why those that go to the front are taken from the back.
func (r *run) addTo(c *Control, place string, adds []Add) {
	for i := range adds {
		if p := adds[i].Position; p != "starting" && p != "after" {
			r.addOne(c, pointer(place, i), &adds[i])
		}
	}
	for i, a := range slices.Backward(adds) {
		if a.Position == "starting" || a.Position == "after" {
			r.addOne(c, pointer(place, i), &adds[i])
		}
	}
}

func (r *run) addOne(c *Control, place string, a *Add) {
	switch {
	case a.ByID == "" || a.ByID == c.ID:
		inControl(c).add(a, a.Position == "starting" || a.Position == "before")
	case !a.toControl(c):
		r.warn(place, NoTarget, a.ByID, c.ID)
		return
	}
	r.tellAdd(c.ID, place, a)
}
