DROP TABLE parkwatch.template_event;
DROP TABLE parkwatch.portal_template;
