# Makes calibrate.csv, small and invented, and calibrate.json, what R's survey package says of it once it is calibrated.
# Rscript tests/golden/calibrate.R   (run in the project's folder)
suppressMessages({library(survey); library(jsonlite)})
out <- "tests/golden"
options(survey.lonely.psu = "fail", digits = 15)

# Three strata of 6, 5 and 4 primary units of 2 to 5 households, unequal weights; no chance in it. Rows are not in order.
rows <- list(); i <- 0
for (s in 1:3) for (p in seq_len(7 - s)) for (k in seq_len(2 + (3 * p + s) %% 4)) {
  i <- i + 1
  rows[[i]] <- data.frame(stratum = paste0("0", s), psu = paste0(s, "-", p), psus = c(40, 25, 12)[s], weight = 4 + (i * 7) %% 13 + i / 9,
    sex = c("m", "w")[1 + (i * 3 %/% 2) %% 2], age = c("010", "021", "032")[1 + (i * 5 + s) %% 3], x = 5 + (i * 13) %% 17 + s, y = (i * 37) %% 23 + s * 2,
    group = c("a", "b", NA, "c")[1 + (i * 11) %% 4], owns = c("yes", "no", "no", "yes", "no")[1 + (i * 3) %% 5], responded = as.integer((i * 7) %% 9 != 0))
}
d <- do.call(rbind, rows)
d <- d[order((seq_len(nrow(d)) * 31) %% 61), ]
d$y[c(4, 11, 30)] <- NA
write.csv(d, file.path(out, "calibrate.csv"), row.names = FALSE, na = "")
d$is <- as.numeric(d$owns == "yes"); d$w <- as.numeric(d$sex == "w"); d$m <- 1 - d$w; d$yw <- d$y * d$w; d$ym <- d$y * d$m

row <- function(m, dd, ci = NULL, extra = list()) {
  df <- degf(dd); est <- unname(coef(m)); se <- unname(as.numeric(SE(m))); t <- qt(.975, df)
  c(list(estimate = est, se = se, df = df, ci = if (is.null(ci)) c(est - t * se, est + t * se) else ci, n = sum(weights(dd, "sampling") > 0)), extra)
}
answer <- function(design) {
  # out of the domain a calibrated sample still counts its rows, and may not hold NA
  dd <- subset(design, !is.na(y)); for (v in c("y", "yw", "ym")) dd$variables[[v]][is.na(dd$variables[[v]])] <- 0
  dd$variables$group[is.na(dd$variables$group)] <- "none"; west <- subset(dd, group == "a")
  share <- function(w) { m <- svymean(~is, w); row(m, w, as.numeric(attr(svyciprop(~is, w, method = "logit", df = degf(w)), "ci"))) }
  k <- svycontrast(svytotal(~yw + w + ym + m, dd), quote(yw / w - ym / m)); df <- degf(dd); t <- as.numeric(coef(k) / SE(k))
  q <- svyquantile(~x, design, .5, ci = TRUE, df = degf(design))[[1]]
  m <- svymean(~y, dd, deff = TRUE); td <- svytotal(~y, west, deff = TRUE)
  list(mean = row(m, dd, extra = list(deff = as.numeric(deff(m)))), meanOfA = row(svymean(~y, west), west), total = row(svytotal(~y, dd), dd), totalOfA = row(td, west, extra = list(deff = as.numeric(deff(td)))),
    ratio = row(svyratio(~y, ~x, dd), dd), ratioOfA = row(svyratio(~y, ~x, west), west), share = share(design), shareOfA = share(subset(design, group %in% "a")),
    difference = row(k, dd, extra = list(t = t, p = 2 * pt(-abs(t), df))), median = row(structure(q[1, "quantile"], var = q[1, "se"]^2, class = "svystat"), design, as.numeric(q[1, c("ci.2.5", "ci.97.5")])))
}
# tests and regressions, and samples with replicates: standard errors alone
explained <- function(design) {
  dd <- subset(design, !is.na(y)); dd$variables$y[is.na(dd$variables$y)] <- 0
  m <- svyglm(y ~ x + age, dd); p <- svyglm(is ~ x + sex, design, family = quasibinomial(), control = glm.control(epsilon = 1e-15, maxit = 100)); q <- svychisq(~owns + age, design, statistic = "F")
  list(gaussian = list(estimate = unname(coef(m)), se = unname(SE(m))), binomial = list(estimate = unname(coef(p)), se = unname(SE(p))), chisq = list(F = unname(q$statistic), ndf = unname(q$parameter[1]), p = unname(q$p.value)))
}
replicated <- function(design) {
  dd <- subset(design, !is.na(y)); one <- function(m) list(estimate = unname(as.numeric(coef(m))), se = unname(as.numeric(SE(m))))
  list(mean = one(svymean(~y, dd)), totalOfA = one(svytotal(~y, subset(dd, group %in% "a"))), ratio = one(svyratio(~y, ~x, dd)))
}
cases <- list(); more <- list()
case <- function(id, steps, design, base) {
  w <- setNames(numeric(nrow(d)), rownames(d)); w[rownames(design$variables)] <- weights(design, "sampling")
  cases[[id]] <<- list(design = c(base, list(calibration = steps)), weights = unname(w), expected = answer(design))
}
cell <- function(by, totals) lapply(seq_along(totals), function(k) c(setNames(list(names(totals)[k]), by), list(total = totals[[k]])))
sex <- c(m = 280, w = 330); age <- c("010" = 190, "021" = 230, "032" = 190); N <- 610; X <- 9000
both <- expand.grid(sex = names(sex), age = names(age), stringsAsFactors = FALSE); both$total <- c(80, 110, 120, 110, 80, 110)
cells <- lapply(seq_len(nrow(both)), function(k) as.list(both[k, ]))
terms <- list(intercept = N, sex = as.list(sex), age = as.list(age), x = X)
form <- ~sex + age + x; pop <- c(`(Intercept)` = N, sexw = 330, age021 = 230, age032 = 190, x = X)
regress <- function(method, bounds = NULL) list(c(list(method = method, terms = c("sex", "age", "x"), totals = terms), if (!is.null(bounds)) list(bounds = bounds)))
for (kind in c("plain", "fpc")) {
  base <- c(list(weights = "weight", strata = I("stratum"), clusters = I("psu")), if (kind == "fpc") list(fpc = I("psus")))
  d0 <- if (kind == "fpc") svydesign(id = ~psu, strata = ~stratum, weights = ~weight, fpc = ~psus, data = d) else svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = d)
  run <- function(id, steps, design) case(paste0(id, if (kind == "fpc") ", population counts"), steps, design, base)
  run("poststratify", list(list(method = "poststratify", by = I("sex"), totals = cell("sex", sex))), postStratify(d0, ~sex, data.frame(sex = names(sex), Freq = sex)))
  run("poststratify in crossed cells", list(list(method = "poststratify", by = c("sex", "age"), totals = cells)), postStratify(d0, ~sex + age, setNames(both, c("sex", "age", "Freq"))))
  run("rake", list(list(method = "rake", margins = list(list(by = I("sex"), totals = cell("sex", sex)), list(by = I("age"), totals = cell("age", age))))),
    calibrate(d0, ~sex + age, pop[1:4], calfun = "raking", epsilon = 1e-13, maxit = 500))
  run("linear", regress("linear"), calibrate(d0, form, pop))
  run("linear without intercept", list(list(method = "linear", terms = I("x"), totals = list(x = X))), calibrate(d0, ~x - 1, c(x = X)))
  run("linear, bounds", regress("linear", c(.75, 1.1)), calibrate(d0, form, pop, bounds = c(.75, 1.1), epsilon = 1e-12, maxit = 500))
  run("raking", regress("raking"), calibrate(d0, form, pop, calfun = "raking", epsilon = 1e-13, maxit = 500))
  run("logit", regress("logit", c(.5, 1.9)), calibrate(d0, form, pop, calfun = "logit", bounds = c(.5, 1.9), epsilon = 1e-13, maxit = 500))
  # the limits of weights; the total stays
  run("trim", list(list(method = "trim", lower = 6, upper = 14)), trimWeights(d0, lower = 6, upper = 14, strict = TRUE))
  # who did not respond stays in the sample with weight 0, as a domain: with weights of 0 alone postStratify() counts rows of no weight
  adjusted <- d; responding <- ave(adjusted$weight * adjusted$responded, adjusted$stratum, FUN = sum)
  adjusted$weight <- adjusted$weight * adjusted$responded * ave(adjusted$weight, adjusted$stratum, FUN = sum) / responding
  d1 <- if (kind == "fpc") svydesign(id = ~psu, strata = ~stratum, weights = ~weight, fpc = ~psus, data = adjusted) else svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = adjusted)
  respond <- list(method = "nonresponse", by = I("stratum"), responded = list(responded = "1"))
  run("nonresponse", list(respond), d1)
  run("nonresponse, then poststratify", list(respond, list(method = "poststratify", by = I("sex"), totals = cell("sex", sex))), postStratify(subset(d1, responded == 1), ~sex, data.frame(sex = names(sex), Freq = sex)))
  run("trim, then linear", list(list(method = "trim", lower = 6, upper = 14), regress("linear")[[1]]), calibrate(trimWeights(d0, lower = 6, upper = 14, strict = TRUE), form, pop))
}
d0 <- svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = d); base <- list(weights = "weight", strata = I("stratum"), clusters = I("psu"))
post <- list(list(method = "poststratify", by = I("sex"), totals = cell("sex", sex))); Freq <- data.frame(sex = names(sex), Freq = sex)
more[["explained, poststratify"]] <- list(design = c(base, list(calibration = post)), expected = explained(postStratify(d0, ~sex, Freq)))
more[["explained, linear"]] <- list(design = c(base, list(calibration = regress("linear"))), expected = explained(calibrate(d0, form, pop)))
for (type in c("JKn", "bootstrap")) {
  r0 <- if (type == "JKn") as.svrepdesign(d0, type = type) else { set.seed(1); as.svrepdesign(d0, type = type, replicates = 40) }
  columns <- as.data.frame(weights(r0, "analysis")); names(columns) <- paste0(tolower(type), seq_along(columns))
  write.csv(columns, file.path(out, paste0("calibrate-", tolower(type), ".csv")), row.names = FALSE)
  given <- c(base, list(replicates = list(columns = names(columns), type = type, scale = r0$scale, rscales = r0$rscales)))
  more[[paste("replicated,", type, "poststratify")]] <- list(design = c(given, list(calibration = post)), expected = replicated(postStratify(r0, ~sex, Freq)))
  more[[paste("replicated,", type, "linear")]] <- list(design = c(given, list(calibration = regress("linear"))), expected = replicated(calibrate(r0, form, pop)))
  more[[paste("replicated,", type, "raking")]] <- list(design = c(given, list(calibration = regress("raking"))), expected = replicated(calibrate(r0, form, pop, calfun = "raking", epsilon = 1e-13, maxit = 500)))
}
write_json(list(made = paste("R", getRversion(), "survey", packageVersion("survey")), cases = cases, more = more), file.path(out, "calibrate.json"), auto_unbox = TRUE, digits = NA, pretty = TRUE)
