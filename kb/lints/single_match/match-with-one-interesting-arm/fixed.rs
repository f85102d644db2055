pub fn warn_if_hot(temperature: Option<f64>) {
    if let Some(degrees) = temperature
        && degrees > 80.0
    {
        println!("too hot: {degrees}");
    }
}
