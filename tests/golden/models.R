# Makes models.csv, small and invented, and models.json, what R's survey package says of its tests, comparisons and regressions.
# Rscript tests/golden/models.R   (run in the project's folder)
suppressMessages({library(survey); library(jsonlite)}); options(warn = -1)
options(survey.lonely.psu = "fail", digits = 15)
out <- "tests/golden"

# Five strata of 4 primary units of 5 to 9 rows each; no chance in it, answers missing here and there, and weights of zero.
rows <- list(); i <- 0
for (s in 1:5) for (p in 1:4) for (k in seq_len(5 + (s * p) %% 5)) {
  i <- i + 1
  rows[[i]] <- data.frame(stratum = sprintf("%02d", s), psu = sprintf("%02d%d", s, p), psus = 9 + 3 * s, weight = 1 + ((i * 17) %% 29) / 4 + s,
    town = c("ash", "elm", "fir", "oak")[1 + (i * 11 + p) %% 4], sex = c("m", "w")[1 + (i * 7 + s) %% 13 %% 2], water = c("pipe", "truck", "well")[1 + (i * i + s) %% 7 %% 3],
    age = 18 + (i * 23) %% 47, size = 1 + (i * 5 + p) %% 8)
}
d <- do.call(rbind, rows)
n <- nrow(d)
noise <- ((seq_len(n) * 37) %% 101) / 101
d$income <- round(20 + 3 * d$size - 0.2 * d$age + 5 * (d$town == "elm") + 30 * noise, 3)
d$works <- as.numeric(noise + 0.02 * (d$age - 40) + 0.3 * (d$sex == "m") > 0.6)
d$trips <- floor(4 * noise + 0.4 * d$size * (d$water == "well"))
d$income[c(3, 40, 77)] <- NA; d$town[c(9, 41)] <- NA; d$water[c(12, 60, 61)] <- NA; d$works[55] <- NA; d$weight[c(20, 71)] <- 0
d <- d[order((seq_len(n) * 53) %% 139), ]
write.csv(d, file.path(out, "models.csv"), row.names = FALSE, na = "")

num <- function(x) unname(as.numeric(x))
only <- function(design, ...) subset(design, complete.cases(design$variables[, c(...), drop = FALSE]))
# svychisq counts the units of weight zero among the degrees of freedom, degf does not
chi <- function(design, a, b) { dd <- only(design, a, b); m <- svychisq(as.formula(paste0("~", a, "+", b)), dd, statistic = "F"); ndf <- num(m$parameter[1]); ddf <- ndf * degf(dd); list(F = num(m$statistic), ndf = ndf, ddf = ddf, p = pf(num(m$statistic), ndf, ddf, lower.tail = FALSE)) }
families <- list(gaussian = gaussian(), binomial = quasibinomial(), poisson = quasipoisson())
# the call holds its values, for svypredmeans runs it again
fit <- function(design, y, terms, family) do.call(svyglm, list(as.formula(paste(y, "~", paste(terms, collapse = "+"))), design = only(design, y, setdiff(terms, "0")), family = families[[family]], control = glm.control(epsilon = 1e-15, maxit = 100)))
coefficients <- function(m) { s <- coef(summary(m)); lapply(seq_len(nrow(s)), function(j) list(term = rownames(s)[j], estimate = s[j, 1], se = s[j, 2], t = s[j, 3], p = s[j, 4], df = num(m$df.residual))) }
joint <- function(m, term) { w <- regTermTest(m, as.formula(paste0("~", term))); list(F = num(w$Ftest), ndf = num(w$df), ddf = num(w$ddf), p = num(w$p)) }
# predictive margins with what the coefficients and the sample add to their error together: svypredmeans adds the two as if they had nothing in common
margins <- function(design, y, terms, over, family) {
  dd <- only(design, y, terms, over); m <- fit(dd, y, c(terms, over), family)
  live <- weights(dd, "sampling") > 0 & complete.cases(dd$variables[, c(y, terms, over)]); w <- weights(dd, "sampling")[live]; W <- sum(w)
  X <- model.matrix(as.formula(paste("~", paste(c(terms, over), collapse = "+"))), dd$variables[live, ])
  own <- grep(paste0("^", over), colnames(X)); levels <- sort(unique(dd$variables[[over]][live]))
  eta <- function(b, Z) m$family$linkinv(as.numeric(Z %*% b)); slope <- function(mu) m$family$variance(mu)
  mu <- eta(coef(m), X); influence <- ((dd$variables[[y]][live] - mu) * X) %*% solve(crossprod(X, X * (w * slope(mu))))
  r <- lapply(seq_along(levels), function(k) {
    Z <- X; Z[, own] <- 0; if (k > 1) Z[, own[k - 1]] <- 1
    p <- eta(coef(m), Z); z <- numeric(nrow(dd$variables)); z[live] <- influence %*% (colSums(w * slope(p) * Z) / W) + (p - sum(w * p) / W) / W
    dd$variables$.z <- z; c(sum(w * p) / W, SE(svytotal(~.z, dd)))
  })
  list(level = levels, estimate = sapply(r, `[`, 1), se = sapply(r, `[`, 2))
}
# the same by fitting anew in each replicate
refitted <- function(design, y, terms, over, family) {
  dd <- only(design, y, terms, over); X <- model.matrix(as.formula(paste("~", paste(c(terms, over), collapse = "+"))), dd$variables); own <- grep(paste0("^", over), colnames(X)); levels <- sort(unique(dd$variables[[over]]))
  m <- withReplicates(dd, function(w, data) { b <- coef(suppressWarnings(glm.fit(X, data[[y]], w, family = families[[family]], control = glm.control(epsilon = 1e-15, maxit = 100))))
    sapply(seq_along(levels), function(k) { Z <- X; Z[, own] <- 0; if (k > 1) Z[, own[k - 1]] <- 1; sum(w * families[[family]]$linkinv(as.numeric(Z %*% b))) / sum(w) }) })
  list(level = levels, estimate = num(coef(m)), se = num(SE(m)))
}
# the means of the towns and their covariance, as a regression without a constant: svyby cannot do it after post-stratification
means <- function(design, y) { m <- fit(design, y, c("0", "town"), "gaussian"); structure(setNames(coef(m), sub("town", "", names(coef(m)))), var = unname(vcov(m)), statistic = "mean", class = "svystat") }
test <- function(k, df) { t <- num(coef(k)) / num(SE(k)); list(estimate = num(coef(k)), se = num(SE(k)), df = df, t = t, p = 2 * pt(-abs(t), df)) }
among <- function(design, y, towns) { dd <- only(design, y, "town"); degf(subset(dd, town %in% towns)) }

comparisons <- function(design, y) {
  b <- means(design, y); pairs <- combn(c("ash", "elm", "fir", "oak"), 2, simplify = FALSE)
  tests <- lapply(pairs, function(g) test(svycontrast(b, list(k = setNames(c(-1, 1), g))), among(design, y, g)))
  p <- sapply(tests, function(x) x$p)
  ratios <- lapply(pairs, function(g) { k <- svycontrast(b, list(k = as.call(list(as.name("log"), as.call(list(as.name("/"), as.name(g[2]), as.name(g[1]))))))); r <- test(k, among(design, y, g)); q <- qt(.975, r$df)
    list(estimate = exp(r$estimate), se = exp(r$estimate) * r$se, ci = exp(r$estimate + c(-q, q) * r$se), df = r$df, t = r$t, p = r$p) })
  list(pairs = pairs, differences = tests, holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH"), ratios = ratios,
    contrast = test(svycontrast(b, list(k = c(ash = 1, elm = -.5, oak = -.5))), among(design, y, c("ash", "elm", "oak"))),
    trend = test(svycontrast(b, list(k = c(ash = -1.75, elm = -.75, fir = .25, oak = 2.25) / sum(c(-1.75, -.75, .25, 2.25)^2))), among(design, y, c("ash", "elm", "fir", "oak"))))
}
all_of <- function(design, margin = margins) {
  women <- subset(design, sex == "w")
  linear <- fit(design, "income", c("age", "town", "size"), "gaussian"); logistic <- fit(design, "works", c("age", "sex", "water"), "binomial"); counts <- fit(design, "trips", c("size", "water"), "poisson")
  list(chisq = list(chi(design, "town", "sex"), chi(design, "water", "town"), chi(women, "water", "works")),
    linear = coefficients(linear), logistic = coefficients(logistic), counts = coefficients(counts), women = coefficients(fit(women, "works", c("age", "town"), "binomial")),
    wald = list(joint(linear, "town"), joint(logistic, "water"), joint(counts, "size")), income = comparisons(design, "income"), works = comparisons(design, "works"),
    margins = list(margin(design, "income", c("age", "size"), "town", "gaussian"), margin(design, "works", c("age", "sex"), "water", "binomial"), margin(design, "trips", "size", "water", "poisson")))
}
plain <- list(weights = "weight", strata = I("stratum"), clusters = I("psu"))
base <- svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = d)
# after post-stratification R gives rows of weight zero a residual of their own
positive <- svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = d[d$weight > 0, ])
counted <- svydesign(id = ~psu, strata = ~stratum, weights = ~weight, fpc = ~psus, data = d)
totals <- data.frame(sex = c("m", "w"), Freq = c(400, 520))
case <- function(design, expected) list(design = design, expected = expected)
cases <- list(
  "strata and primary units" = case(plain, all_of(base)),
  "population counts" = case(c(plain, list(fpc = I("psus"))), all_of(counted)),
  "post-stratified" = case(c(plain, list(calibration = list(list(method = "poststratify", by = I("sex"), totals = data.frame(sex = totals$sex, total = totals$Freq))))), all_of(postStratify(positive, ~sex, totals))),
  "jackknife" = case(c(plain, list(replicates = list(make = "JKn"))), all_of(as.svrepdesign(base, type = "JKn"), refitted)),
  "rows by themselves" = case(list(weights = "weight"), all_of(svydesign(id = ~1, weights = ~weight, data = d))))
write_json(list(made = paste("R", getRversion(), "survey", packageVersion("survey")), cases = cases), file.path(out, "models.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE)
