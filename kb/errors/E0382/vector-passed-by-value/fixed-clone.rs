fn average(readings: Vec<f64>) -> f64 {
    let sum: f64 = readings.iter().sum();
    sum / readings.len() as f64
}

fn main() {
    let readings = vec![20.5, 21.0, 19.8];
    let mean = average(readings.clone());
    println!("{} readings, mean {mean:.1}", readings.len());
}
