# Makes replicates.csv, invented, and replicates.json: requests on many designs and what R's survey package answers.
# Rscript tests/golden/replicates.R   (run in the project's folder, after tsx tests/golden/made-weights.ts wrote made-weights.csv)
# Rscript tests/golden/replicates.R data   makes replicates.csv only
suppressMessages({library(survey); library(jsonlite)})
out <- "tests/golden"; file <- file.path(out, "replicates.csv")

# Six strata of 2 to 4 primary units, in these 2 or 3 areas, in these 1 to 3 households, in these 1 to 2 persons; no chance in it.
rows <- list(); i <- 0; psu <- 0
for (s in 1:6) for (p in seq_len(c(2, 3, 4, 2, 3, 4)[s])) { psu <- psu + 1
  for (a in seq_len(2 + (p + s) %% 2)) for (h in seq_len(1 + (a + p) %% 3 + (h0 <- (s + a) %% 2))) for (k in seq_len(1 + (p + a + h) %% 2)) {
    i <- i + 1
    rows[[i]] <- data.frame(stratum = sprintf("%02d", s), psu = sprintf("%03d", p), unit = sprintf("u%02d", psu), pair = sprintf("%02d", (psu + 1) %/% 2), area = a, zone = c("low", "high")[1 + a %% 2], home = h,
      psus = c(9, 14, 30, 11, 8, 25)[s], areas = 4 + p, zoneareas = 2 + p, homes = 6 + a + p, weight = 4 + (i * 7) %% 11 + i / 16, y = (i * 37) %% 23 + s * 2 + 3 * (p == 1), x = 5 + (i * 13) %% 17,
      group = c("01", "02", "10")[1 + (i * 5) %% 3], sex = c("m", "w")[1 + (i * 11 + p) %% 2], owns = c("yes", "no", "no", "yes", "no")[1 + (i * 3 + s) %% 5], one = 1)
  } }
d <- do.call(rbind, rows)
d$y[c(4, 11, 57, 90)] <- NA; d$owns[c(8, 11, 70)] <- NA; d$group[c(5, 33, 61, 62)] <- NA; d$group[40] <- "99"; d$x[21] <- NA
d$weight[c(7, 50)] <- 0
d$taken <- ifelse(d$stratum %in% c("01", "05"), c(2, NA, NA, NA, 3)[as.integer(d$stratum)], d$psus)   # two strata of units that are certain to be drawn
d <- d[order((seq_len(nrow(d)) * 61) %% 211, seq_len(nrow(d))), ]   # unsorted
design1 <- function(...) svydesign(id = ~unit, weights = ~weight, data = d, ...)
columns <- function(prefix, rep) { w <- as.matrix(weights(rep, type = "analysis")); colnames(w) <- paste0(prefix, seq_len(ncol(w))); w }
stratified <- design1(strata = ~stratum); pairs <- design1(strata = ~pair)
jkn <- as.svrepdesign(stratified, type = "JKn")
set.seed(3, kind = "Mersenne-Twister", sample.kind = "Rejection"); boot <- as.svrepdesign(stratified, type = "subbootstrap", replicates = 40)
w <- cbind(columns("j1_", as.svrepdesign(design1(), type = "JK1")), columns("jn_", jkn), columns("brr_", as.svrepdesign(pairs, type = "BRR")), columns("fay_", as.svrepdesign(pairs, type = "Fay", fay.rho = .3)), columns("boot_", boot))
write.csv(cbind(d, w), file, row.names = FALSE, na = "")
if (identical(commandArgs(TRUE), "data")) quit()

# from here on with the numbers as the files hold them
text <- c(stratum = "character", psu = "character", pair = "character", group = "character")
d <- read.csv(file, colClasses = text, na.strings = "")
made <- read.csv(file.path(out, "made-weights.csv")); d <- cbind(d, made)
num <- function(x) unname(as.numeric(x))
count <- function(dd) sum(weights(dd, type = "sampling") > 0)
# a replicate without a value: R leaves it out with a warning, and with it what it would have added; we have no error then
empty <- FALSE
told <- function(m) withCallingHandlers(m, warning = function(w) if (grepl("replicates gave NA", conditionMessage(w))) { empty <<- TRUE; invokeRestart("muffleWarning") })
row <- function(m, dd, level, dfGiven, by, extra = list(), ci = NULL, test = FALSE) {
  m <- told(m); isEmpty <- empty; empty <<- FALSE
  df <- if (is.null(dfGiven)) degf(dd) else dfGiven; est <- num(coef(m)); se <- num(SE(m))
  r <- c(list(estimate = est, df = df, n = count(dd)), if (is.null(by)) NULL else list(by = by), extra)
  if (df <= 0 || isEmpty) return(c(r, list(se = NA)))
  t <- qt(1 - (1 - level) / 2, df)
  r <- c(r, list(se = se))
  if (is.function(ci)) ci <- ci(df) else ci <- c(est - t * se, est + t * se)
  if (!is.null(ci)) r$ci <- ci
  if (test) { r$t <- est / se; r$p <- 2 * pt(-abs(est / se), df) }
  r
}
domains <- function(dd, by) {
  if (is.null(by)) return(list(list(by = NULL, d = dd)))
  v <- dd$variables[, by, drop = FALSE]; ok <- weights(dd, type = "sampling") > 0 & complete.cases(v)
  keys <- unique(v[ok, , drop = FALSE]); keys <- keys[do.call(order, c(unname(as.list(keys)), method = "radix")), , drop = FALSE]
  lapply(seq_len(nrow(keys)), function(at) { k <- keys[at, , drop = FALSE]; pick <- rep(TRUE, nrow(v)); for (b in by) pick <- pick & !is.na(v[[b]]) & v[[b]] == k[[b]]
    list(by = lapply(k, as.character), d = dd[pick, ]) })
}
answers <- function(dd, e, level, dfGiven, isReplicate) {
  if (!is.null(e$where)) for (v in names(e$where)) dd <- dd[!is.na(dd$variables[[v]]) & dd$variables[[v]] %in% e$where[[v]], ]
  out <- list()
  for (g in domains(dd, unlist(e$by))) {
    vars <- c(e$variable, e$numerator, e$denominator, e$between, e$rows, e$columns, e$response, e$terms); x <- g$d[complete.cases(g$d$variables[, vars, drop = FALSE]), ]
    add <- function(m, dd, ...) out[[length(out) + 1]] <<- row(m, dd, level, dfGiven, g$by, ...)
    f <- as.formula(paste0("~", vars[1])); live <- weights(x, type = "sampling") > 0
    if (e$statistic %in% c("mean", "total")) { m <- told((if (e$statistic == "mean") svymean else svytotal)(f, x, deff = !isReplicate))
      add(m, x, extra = if (isReplicate || sum(live) < 2 || degf(x) < 1) list() else list(deff = num(deff(m)))) }
    if (e$statistic == "ratio") add(svyratio(f, as.formula(paste0("~", e$denominator)), x), x)
    if (e$statistic == "chisq") { m <- svychisq(as.formula(paste0("~", e$rows, "+", e$columns)), x, statistic = "F")
      # this version of survey counts primary units of weight zero here, though its degf, later versions and we do not
      tail <- if (abs(num(m$parameter[2]) - num(m$parameter[1]) * degf(x)) < 1e-6) list(ddf = num(m$parameter[2]), p = num(m$p.value)) else list()
      out <- list(c(list(F = num(m$statistic), ndf = num(m$parameter[1]), n = count(x)), tail)) }
    if (e$statistic == "glm") { m <- svyglm(as.formula(paste0(e$response, "~", paste(e$terms, collapse = "+"))), x, control = glm.control(epsilon = 1e-15, maxit = 100)); v <- coef(summary(m))
      out <- lapply(seq_len(nrow(v)), function(at) list(term = rownames(v)[at], estimate = v[at, 1], se = v[at, 2], t = v[at, 3], p = v[at, 4], df = m$df.residual)) }
    if (e$statistic == "quantile") { df <- if (is.null(dfGiven)) degf(x) else dfGiven
      for (p in e$probs) { m <- told(svyquantile(f, x, p, ci = TRUE, alpha = 1 - level, df = df))[[1]]; v <- num(m[1, ])
        out[[length(out) + 1]] <- c(list(estimate = v[1], prob = p, df = df, n = count(x)), if (is.null(g$by)) NULL else list(by = g$by), if (any(is.nan(v))) list(se = NA) else list(se = v[4], ci = v[2:3])) } }
    if (e$statistic == "proportion") for (l in sort(unique(x$variables[live, e$variable]), method = "radix")) { x$variables$is <- as.numeric(x$variables[[e$variable]] == l)
      m <- told(svymean(~is, x)); p <- num(coef(m)); method <- if (is.null(e$ciMethod)) "logit" else e$ciMethod
      if (p %in% c(0, 1)) { empty <<- FALSE; out[[length(out) + 1]] <- c(list(estimate = p, n = count(x), level = l), if (is.null(g$by)) NULL else list(by = g$by)); next }
      # Korn and Graubard's interval in terms of the effective number of answers, n being the rows of the domain
      ends <- function(df) { se <- num(SE(m)); t <- qt(1 - (1 - level) / 2, df); if (method == "wald") return(c(p - t * se, p + t * se))
        if (method == "logit") return(plogis(qlogis(p) + c(-t, t) * se / (p * (1 - p))))
        n <- p * (1 - p) / se^2 * (qt(1 - (1 - level) / 2, count(x) - 1) / t)^2; a <- (1 - level) / 2
        c(qbeta(a, n * p, n * (1 - p) + 1), qbeta(1 - a, n * p + 1, n * (1 - p))) }
      add(m, x, extra = list(level = l), ci = ends) }
    if (e$statistic == "difference") { x <- x[x$variables[[e$between]] %in% c(e$a, e$b), ]; v <- x$variables[[e$between]]; on <- weights(x, type = "sampling") > 0
      if (!all(c(e$a, e$b) %in% v[on])) { out[[length(out) + 1]] <- c(list(estimate = NA, se = NA), if (is.null(g$by)) NULL else list(by = g$by)); next }
      x$variables$g <- factor(v, levels = c(e$a, e$b))
      m <- told(svyby(f, ~g, x, svymean, covmat = TRUE))
      add(svycontrast(m, c(-1, 1)), x, test = TRUE) }
  }
  out
}
E <- function(statistic, ...) list(statistic = statistic, ...)
asked <- list(E("mean", variable = "y"), E("mean", variable = "y", by = I("group")), E("mean", variable = "x", by = c("sex", "zone")), E("total", variable = "x", by = I("zone")), E("total", variable = "y", where = list(group = c("01", "99"))),
  E("ratio", numerator = "y", denominator = "x", by = I("group")), E("proportion", variable = "owns", by = I("group")), E("proportion", variable = "owns", ciMethod = "beta", by = I("zone")), E("proportion", variable = "owns", ciMethod = "wald", where = list(sex = "w")), E("proportion", variable = "group"),
  E("difference", variable = "y", between = "sex", a = "m", b = "w", by = I("zone")), E("difference", variable = "x", between = "group", a = "01", b = "10", where = list(zone = "low")),
  E("quantile", variable = "y", probs = c(.25, .5, .7), by = I("sex")), E("quantile", variable = "x", probs = I(.5)),
  E("chisq", rows = "owns", columns = "sex"), E("glm", response = "y", terms = c("x", "sex"), family = "gaussian"))
for (at in seq_along(asked)) asked[[at]]$id <- paste0("e", at)
cases <- list()
case <- function(id, design, dd, level = .95, dfGiven = NULL, isReplicate = inherits(dd, "svyrep.design")) {
  if (!is.null(dfGiven)) asked <- asked[1:14]   # R computes the others with degrees of freedom of its own
  expected <- lapply(asked, function(e) list(id = e$id, rows = answers(dd, e, level, dfGiven, isReplicate)))
  cases[[id]] <<- list(request = list(data = "replicates.csv", design = design, confidence = level, estimates = asked), expected = expected)
}
base <- list(weights = "weight"); st <- c(base, list(strata = I("stratum"), clusters = I("psu"), nest = TRUE)); pr <- c(base, list(strata = I("pair"), clusters = I("unit")))
nested <- function(...) svydesign(weights = ~weight, data = d, nest = TRUE, ...)
case("element sample", base, svydesign(id = ~1, weights = ~weight, data = d), .9)
case("primary units without strata", c(base, list(clusters = I("unit"))), svydesign(id = ~unit, weights = ~weight, data = d), .8)
case("names that repeat between strata", st, nested(id = ~psu, strata = ~stratum), .99)
case("population counts", c(st, list(fpc = I("psus"))), nested(id = ~psu, strata = ~stratum, fpc = ~psus))
two <- function(...) nested(id = ~psu + area, strata = ~stratum, fpc = ~psus + areas)
case("two stages", modifyList(st, list(clusters = c("psu", "area"), fpc = c("psus", "areas"))), two(), .9)
case("two stages, strata at both", modifyList(st, list(strata = c("stratum", "zone"), clusters = c("psu", "area"), fpc = c("psus", "zoneareas"), singletonPsu = "certainty")), { options(survey.lonely.psu = "certainty"); nested(id = ~psu + area, strata = ~stratum + zone, fpc = ~psus + zoneareas) }, .9)
case("three stages", modifyList(st, list(clusters = c("psu", "area", "home"), fpc = c("psus", "areas", "homes"), singletonPsu = "certainty")), nested(id = ~psu + area + home, strata = ~stratum, fpc = ~psus + areas + homes))
case("units certain to be drawn", modifyList(st, list(clusters = c("psu", "area"), fpc = c("taken", "areas"))), nested(id = ~psu + area, strata = ~stratum, fpc = ~taken + areas), .9)
options(survey.lonely.psu = "fail")
given <- function(prefix, type, ...) suppressWarnings(svrepdesign(repweights = d[, grep(paste0("^", prefix), names(d))], weights = ~weight, data = d, type = type, combined.weights = TRUE, ...))
cols <- function(prefix) grep(paste0("^", prefix), names(d), value = TRUE)
givenSpec <- function(prefix, type, ..., from = base) c(from, list(replicates = list(columns = cols(prefix), type = type, ...)))
n1 <- length(cols("j1_"))
case("given JK1", givenSpec("j1_", "JK1"), given("j1_", "JK1", scale = (n1 - 1) / n1, rscales = rep_len(1, n1)))
case("given JK1, mse, 90%", givenSpec("j1_", "JK1", mse = TRUE, scale = .7), given("j1_", "JK1", scale = .7, rscales = rep_len(1, n1), mse = TRUE), .9)
case("given JKn", givenSpec("jn_", "JKn", rscales = jkn$rscales), given("jn_", "JKn", scale = 1, rscales = jkn$rscales))
case("given JKn, mse, df", givenSpec("jn_", "JKn", rscales = jkn$rscales, scale = .5, mse = TRUE, df = 11), given("jn_", "JKn", scale = .5, rscales = jkn$rscales, mse = TRUE), dfGiven = 11)
case("given BRR", givenSpec("brr_", "BRR"), given("brr_", "BRR"))
case("given Fay", givenSpec("fay_", "Fay", rho = .3), given("fay_", "Fay", rho = .3), .99)
case("given bootstrap", givenSpec("boot_", "bootstrap"), given("boot_", "bootstrap"))
case("given bootstrap, mse, scale", givenSpec("boot_", "bootstrap", mse = TRUE, scale = 1 / 40, df = 30), given("boot_", "bootstrap", scale = 1 / 40, rscales = rep_len(1, 40), mse = TRUE), .8, dfGiven = 30)
# made: R makes the jackknives itself, the others are our weights as made-weights.ts wrote them
madeSpec <- function(from, ...) c(from, list(replicates = list(...)))
case("made JK1", madeSpec(c(base, list(clusters = I("unit"))), make = "JK1"), as.svrepdesign(design <- svydesign(id = ~unit, weights = ~weight, data = d), type = "JK1"))
case("made JKn", madeSpec(st, make = "JKn"), as.svrepdesign(nested(id = ~psu, strata = ~stratum), type = "JKn"), .9)
case("made JKn, population counts, mse", madeSpec(c(st, list(fpc = I("psus"))), make = "JKn", mse = TRUE), as.svrepdesign(nested(id = ~psu, strata = ~stratum, fpc = ~psus), type = "JKn", mse = TRUE))
# not with units certain to be drawn: R counts no degrees of freedom for them, we count them as in a design without replicates
case("made BRR", madeSpec(pr, make = "BRR"), given("mbrr_", "BRR"))
case("made Fay", madeSpec(pr, make = "Fay", rho = .5, mse = TRUE), given("mfay_", "Fay", rho = .5, mse = TRUE), .9)
case("made bootstrap", madeSpec(st, make = "bootstrap", count = 60, seed = 7), given("mboot_", "bootstrap"))
write_json(list(made = paste("R", getRversion(), "survey", packageVersion("survey")), cases = cases), file.path(out, "replicates.json"), auto_unbox = TRUE, digits = NA, null = "null", na = "null")
