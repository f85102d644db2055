pub fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    sum / count
}

pub fn report(samples: &[f64]) -> String {
    format!("mean {:.2}", mean(samples.iter()))
}
