fn average(values: Vec<f64>) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn main() {
    let sensors = vec![20.0, 21.5, 35.0];
    for value in &sensors {
        let difference = value - average(sensors);
        println!("{difference:+.1}");
    }
}
