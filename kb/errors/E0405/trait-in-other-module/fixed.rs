pub mod export {
    pub trait Exporter {
        fn header(&self) -> String;
    }
}

pub mod csv {
    use crate::export::Exporter;

    pub struct CsvExporter {
        pub separator: char,
    }

    impl Exporter for CsvExporter {
        fn header(&self) -> String {
            format!("id{}name", self.separator)
        }
    }
}
