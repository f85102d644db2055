pub fn warn_if_hot(temperature: Option<f64>) {
    match temperature {
        Some(degrees) => {
            if degrees > 80.0 {
                println!("too hot: {degrees}");
            }
        }
        None => {}
    }
}
