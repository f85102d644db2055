pub mod export {
    pub trait Exporter {
        fn header(&self) -> String;
    }
}

pub mod csv {
    pub struct CsvExporter {
        pub separator: char,
    }

    impl super::export::Exporter for CsvExporter {
        fn header(&self) -> String {
            format!("id{}name", self.separator)
        }
    }
}
