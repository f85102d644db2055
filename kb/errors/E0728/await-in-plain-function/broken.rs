async fn fetch_temperature(station: u32) -> f64 {
    f64::from(station) / 10.0
}

pub fn report(station: u32) -> String {
    let celsius = fetch_temperature(station).await;
    format!("station {station}: {celsius:.1} °C")
}
