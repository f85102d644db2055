fn read_sensor() -> String {
    "21.5 C".to_string()
}

fn main() {
    let reading;
    let latest;
    {
        reading = read_sensor();
        latest = &reading;
    }
    println!("latest: {latest}");
}
