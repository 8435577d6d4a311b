package cascade

// ChainRisk is the risk along one chain of dependencies after Kotzanikolaou,
// Theoharidou and Gritzalis (2013): the i-th value is the product of the first
// i likelihoods times the i-th impact; total is their sum. It scores a chain and
// knows nothing of time or redundancy. Both lists must have one value a link.
func ChainRisk(likelihood, impact []float64) (risks []float64, total float64) {
	product := 1.0
	for i := range min(len(likelihood), len(impact)) {
		product *= likelihood[i]
		risks = append(risks, product*impact[i])
		total += risks[i]
	}
	return risks, total
}
