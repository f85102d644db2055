fn main() {
    let shipping = |weight: f64, express: bool| {
        let base = 4.0 + weight * 0.5;
        if express { base * 2.0 } else { base }
    };
    println!("{:.2}", shipping(3.0, false));
}
