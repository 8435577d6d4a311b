package cascade

// The values that a run draws for itself, brought to the horizon.

// damageTime is when a hit comes; the horizon means never.
func (s *System) damageTime(i int, d dice) int32 {
	h := &s.hits[i]
	if h.at != drawn {
		return h.at
	}
	u := d.uniform(h.key)
	if u > h.latest {
		return s.horizon
	}
	return within(roundDown(s.hitLots[i].at.at(u)), s.model.Horizon)
}

func (s *System) repairTime(i int, d dice) int32 {
	if minutes := s.hits[i].repair; minutes != drawn {
		return minutes
	}
	return within(roundUp(s.hitLots[i].repair.draw(d)), s.model.Horizon)
}

func (s *System) restartTime(node int32, d dice) int32 {
	if minutes := s.restart[node]; minutes != drawn {
		return minutes
	}
	return within(roundUp(s.restartLots[node].draw(d)), s.model.Horizon)
}

// bufferTime is how long the buffer of a group lasts when it is full.
func (s *System) bufferTime(g int32, d dice) int32 {
	if minutes := s.inputs[g].buffer; minutes != drawn {
		return minutes
	}
	return s.drawBuffer(g, d)
}

func (s *System) drawBuffer(g int32, d dice) int32 {
	l := &s.bufferLots[g]
	if l.fail > 0 && d.uniform(l.demandKey) < l.fail {
		return 0
	}
	return within(roundDown(l.draw(d)), s.model.Horizon)
}
