pub fn report(name: &str, celsius: f64) {
    let line = format!("{name}: {:.1} °C", celsius.max(-273.15);
    println!("{line}");
}
