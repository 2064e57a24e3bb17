# Makes distribution.json: what R's survey package says of quantiles, cumulative shares, variances, correlations and intervals on other
# scales in the designs of designs.csv (which make.R makes). Rscript tests/golden/distribution.R   (run in the project's folder)
suppressMessages({library(survey); library(jsonlite)})
out <- "tests/golden"
d <- read.csv(file.path(out, "designs.csv"), colClasses = c(stratum = "character"), na.strings = "")
d$is <- as.numeric(d$owns == "yes")
no4 <- d$stratum != "04"; s <- d[no4, ]
num <- function(x) unname(as.numeric(x))

row <- function(m, dd, level, ci = NULL) {
  df <- degf(dd); t <- qt(1 - (1 - level) / 2, df); est <- num(coef(m)); se <- num(SE(m))
  list(estimate = est, se = se, df = df, n = sum(weights(dd) > 0), ci = if (is.null(ci)) c(est - t * se, est + t * se) else ci(est, se, t))
}
# the interval at the effective number of answers, from Wilson's formula
wilson <- function(p, se, t) { n <- p * (1 - p) / se^2; (p + t^2 / (2 * n) + c(-1, 1) * t * sqrt(p * (1 - p) / n + t^2 / (4 * n^2))) / (1 + t^2 / n) }
onLog <- function(r, se, t) exp(log(r) + c(-1, 1) * t * se / r)
fisher <- function(r, se, t) tanh(atanh(r) + c(-1, 1) * t * se / (1 - r^2))
# A share at or below that of the smallest value: survey 4.1 gives the second smallest, ours and the definition the smallest.
smallest <- function(dd, share) { w <- weights(dd); y <- dd$variables$y[w > 0]; w <- w[w > 0]; if (is.finite(share) && share >= 0 && share <= sum(w[y == min(y)]) / sum(w)) min(y) else NA }
quantiles <- function(dd, level) { df <- degf(dd)
  lapply(c(.1, .25, .5, .75, .9), function(p) { m <- svyquantile(~y, dd, p, ci = TRUE, alpha = 1 - level, df = df, qrule = "math", interval.type = "mean")[[1]]
    q <- m[1, 1]; low <- m[1, 2]; se <- m[1, 4]
    first <- smallest(dd, confint(svymean(~I(y <= q), dd), level = level, df = df)[2, 1])
    if (!is.na(first)) { low <- first; se <- (m[1, 3] - low) / (2 * qt(1 - (1 - level) / 2, df)) }
    list(prob = p, estimate = q, ci = list(low = num(low), high = num(m[1, 3])), se = num(se)) }) }
pairwise <- function(dd, level) { v <- svyvar(~x + y, dd); k <- as.vector(outer(c("x", "y"), c("x", "y"), paste, sep = ":"))
  cf <- setNames(as.vector(v), k); V <- attr(v, "var"); r <- cf[["x:y"]] / sqrt(cf[["x:x"]] * cf[["y:y"]])
  g <- c(-r / 2 / cf[["x:x"]], 1 / sqrt(cf[["x:x"]] * cf[["y:y"]]), 0, -r / 2 / cf[["y:y"]])
  df <- degf(dd); t <- qt(1 - (1 - level) / 2, df); se <- sqrt(num(g %*% V %*% g))
  list(estimate = r, se = se, df = df, n = sum(weights(dd) > 0), ci = fisher(r, se, t)) }
cumulative <- function(dd, level, at) { dd <- update(dd, is = as.numeric(y <= at)); m <- svymean(~is, dd)
  row(m, dd, level, function(...) num(attr(svyciprop(~is, dd, method = "logit", level = level, df = degf(dd)), "ci"))) }
domain <- function(dd, level) list(quantile = quantiles(dd, level), variance = row(svyvar(~y, dd), dd, level), correlation = pairwise(dd, level),
  cumulative = list(`12` = cumulative(dd, level, 12), `20` = cumulative(dd, level, 20)), wilson = row(svymean(~is, dd), dd, level, wilson),
  ratio = row(svyratio(~y, ~x, dd), dd, level, onLog))
answer <- function(design, level) { dd <- subset(design, !is.na(y)); list(all = domain(dd, level), m = domain(subset(dd, sex == "m"), level), w = domain(subset(dd, sex == "w"), level)) }
cases <- list()
case <- function(id, where4, spec, level, design) cases[[id]] <<- list(design = spec, withoutStratum04 = !where4, confidence = level, expected = answer(design, level))
base <- list(weights = "weight", strata = I("stratum"), clusters = I("psu"))
options(survey.lonely.psu = "certainty"); case("certainty", TRUE, c(base, singletonPsu = "certainty"), .95, svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = d))
options(survey.lonely.psu = "fail")
case("one stage, 90%", FALSE, base, .9, svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = s))
case("population counts", FALSE, c(base, list(fpc = I("psus"))), .95, svydesign(id = ~psu, strata = ~stratum, weights = ~weight, fpc = ~psus, data = s))
case("two stages, 80%", FALSE, list(weights = "weight", strata = I("stratum"), clusters = c("psu", "village"), fpc = c("psus", "villages")), .8, svydesign(id = ~psu + village, strata = ~stratum, weights = ~weight, fpc = ~psus + villages, data = s))
case("rows as units", FALSE, list(weights = "weight"), .99, svydesign(id = ~1, weights = ~weight, data = s))
write_json(list(made = paste("R", getRversion(), "survey", packageVersion("survey")), cases = cases), file.path(out, "distribution.json"), auto_unbox = TRUE, digits = NA, na = "null", null = "null", pretty = TRUE)
