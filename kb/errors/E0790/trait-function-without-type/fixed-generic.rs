pub trait Plugin {
    fn name() -> String;
}

pub struct Csv;

impl Plugin for Csv {
    fn name() -> String {
        "csv".to_string()
    }
}

pub fn banner<P: Plugin>() -> String {
    let name = P::name();
    format!("reading {name}")
}
