fn unit_name(code: u8) -> &'static str {
    match code {
        0 => "celsius",
        1 => "fahrenheit",
        _ => "kelvin",
    }
}

fn main() {
    println!("{}", unit_name(1));
}
