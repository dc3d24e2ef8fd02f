# Values that tests of intervals, funnel limits and Laney's p' hold as literals, by R and the published formulas.
#
#   Rscript intervals.R
#
# Wilson: prop.test() without correction (which gives the score interval). Byar and its exact counterpart: the formulas
# of PHEindicatormethods (byars_lower, byars_upper). Laney: the formulas of qicharts2's charts "pp" and "p". Funnel:
# Spiegelhalter, Statistics in Medicine 24, 2005, appendix A.1.1 (interpolated exact limits).
show <- function(...) cat(..., "\n")
options(digits = 12)
for (pair in list(c(7, 25), c(0, 20), c(20, 20), c(431, 512), c(4310, 5120))) {
  show("wilson", pair, suppressWarnings(prop.test(pair[1], pair[2], correct = FALSE))$conf.int)
}
byar <- function(x) c(x * (1 - 1 / (9 * x) - qnorm(0.975) / (3 * sqrt(x)))^3,
                      (x + 1) * (1 - 1 / (9 * (x + 1)) + qnorm(0.975) / (3 * sqrt(x + 1)))^3)
for (x in c(20, 13, 5, 1, 5000)) show("byar", x, byar(x))
show("byar 0", byar(0)[2])

met <- c(430, 512, 389, 601, 455, 478, 520, 390, 610, 580, 420, 505, 298, 530)
of <- c(520, 610, 470, 690, 560, 590, 600, 480, 720, 660, 540, 600, 500, 610)
p <- met / of
centre <- sum(met) / sum(of)
sd <- sqrt(centre * (1 - centre) / of)
mr <- abs(diff((p - centre) / sd))
for (screened in c(TRUE, FALSE)) {
  kept <- if (screened) mr[mr < 3.267 * mean(mr)] else mr
  sigma <- mean(kept) / 1.128
  show("laney screened", screened, "centre", 100 * centre, "moving range", mean(kept))
  show("  lower", 100 * pmax(0, centre - 3 * sd * sigma))
  show("  upper", 100 * pmin(1, centre + 3 * sd * sigma))
}
show("plain lower", 100 * pmax(0, centre - 3 * sd))
show("plain upper", 100 * pmin(1, centre + 3 * sd))

# Interpolated exact limits of a share of n around p, and of a count around what is expected.
binomial <- function(q, n, p) {
  r <- qbinom(q, n, p)
  alpha <- (pbinom(r, n, p) - q) / (pbinom(r, n, p) - pbinom(r - 1, n, p))
  (r - alpha) / n
}
poisson <- function(q, e) {
  r <- qpois(q, e)
  alpha <- (ppois(r, e) - q) / (ppois(r, e) - ppois(r - 1, e))
  r - alpha
}
levels <- c(0.025, 0.975, 0.001, 0.999)
for (n in c(12, 100, 5000)) show("funnel share", n, sapply(levels, binomial, n = n, p = 0.2))
for (e in c(0.5, 12, 850)) show("funnel count", e, sapply(levels, poisson, e = e))
# Overdispersion: z winsorised at its 10% and 90% points (R's quantile type 7), phi their mean square.
o <- c(310, 290, 402, 250, 330, 280, 295, 470, 300, 305, 260, 340)
e <- c(300, 310, 320, 290, 310, 300, 305, 330, 290, 300, 310, 320)
z <- (o - e) / sqrt(e)
w <- pmin(pmax(z, quantile(z, 0.1)), quantile(z, 0.9))
show("phi", mean(w^2), "plain", mean(z^2))
scaled <- e * sum(o) / sum(e)
z <- (o - scaled) / sqrt(scaled)
w <- pmin(pmax(z, quantile(z, 0.1)), quantile(z, 0.9))
show("phi around the centre of all", mean(w^2), "p", pchisq(12 * mean(w^2), 12, lower.tail = FALSE))
