mod units {
    pub fn celsius(kelvin: f64) -> f64 {
        kelvin - 273.15
    }
}

pub fn report(kelvin: f64) -> String {
    format!(
        "{:.1} °C / {:.1} °F",
        units::celsius(kelvin),
        units::fahrenheit(kelvin)
    )
}

mod units {
    pub fn fahrenheit(kelvin: f64) -> f64 {
        celsius(kelvin) * 1.8 + 32.0
    }
}
