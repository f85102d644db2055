pub fn warn_of_heat(temperature: Option<f64>) {
    if let Some(degrees) = temperature {
        println!("too hot: {degrees}");
    }
}
