module ibid/bench

go 1.26.0
