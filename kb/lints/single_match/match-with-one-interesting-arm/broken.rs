pub fn warn_of_heat(temperature: Option<f64>) {
    match temperature {
        Some(degrees) => println!("too hot: {degrees}"),
        None => {}
    }
}
