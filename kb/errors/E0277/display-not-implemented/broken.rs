struct Coordinate {
    lat: f64,
    lon: f64,
}

fn main() {
    let office = Coordinate {
        lat: 52.52,
        lon: 13.40,
    };
    assert!(office.lat.abs() <= 90.0 && office.lon.abs() <= 180.0);
    println!("office: {}", office);
}
