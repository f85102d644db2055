pub trait Plugin {
    fn name() -> String;
}

pub struct Csv;

impl Plugin for Csv {
    fn name() -> String {
        "csv".to_string()
    }
}

pub fn banner() -> String {
    let name = Csv::name();
    format!("reading {name}")
}
