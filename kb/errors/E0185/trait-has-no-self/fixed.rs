pub trait Entity {
    fn table_name() -> &'static str;
}

pub struct Customer {
    pub id: u32,
}

impl Entity for Customer {
    fn table_name() -> &'static str {
        "customers"
    }
}

pub fn select_all<T: Entity>() -> String {
    format!("SELECT * FROM {}", T::table_name())
}
